"""The tables that are made of data, in Markdown: the glossary, what other versions of torch print, where each block passed."""

from collections.abc import Iterable
from pathlib import Path

from book.glossary import terms
from book.pages import includes, pages
from book.paths import DOCS, LOCALES, relative
from book.report import DEVICES, Report
from book.versions import OTHERS, Versions, snippets, span

VERIFICATION = "reference/verification.md"
UP = "../"  # from the folder of both pages to that of the language
TERMS = {"zh": ("术语", "意思", "别处也叫"), "en": ("Term", "Meaning", "Elsewhere also")}
BLOCKS = {"zh": ("代码", *DEVICES), "en": ("block", *DEVICES)}
OUTCOMES = {
    "zh": {"passed": "通过", "failed": "未通过", "skipped": "未运行", "stale": "已过期"},
    "en": {"passed": "passed", "failed": "failed", "skipped": "not run", "stale": "stale"},
}


VERSIONS = {
    "zh": {
        "torch": "torch", "same": "相同", "differs": "不同", "raises": "运行不了", "stale": "已过期", "unseen": "未运行",
        "code": "代码", "pages": "逐页结果",
    },
    "en": {
        "torch": "torch", "same": "same", "differs": "differs", "raises": "cannot run", "stale": "stale",
        "unseen": "not run", "code": "block", "pages": "Page by page",
    },
}  # fmt: skip


def generated(kind: str, locale: str, report: Report, versions: Versions) -> str:
    """What follows the text of a page of this kind."""
    if kind == "glossary":
        return "\n\n" + glossary(locale)
    if kind == "verification":
        in_order = sorted(pages(locale), key=lambda page: (page.parent, page.name != "index.md", page))
        heading = f"## {VERSIONS[locale]['pages']} {{ #pages }}\n\n"
        by_page = "".join(verification(page, locale, report) for page in in_order)
        return f"\n\n{other_versions(locale, versions)}{heading}{by_page}"
    return ""


def row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def glossary(locale: str) -> str:
    """One row a term: both languages, the meaning, and the words that this book does not use."""
    (other,) = set(LOCALES) - {locale}
    rows = [row(TERMS[locale]), "|---|---|---|\n"]
    for name, term in terms().items():
        ours, theirs = term[locale], term[other]
        also = ", ".join(ours.get("also", []))
        short = f" ({also})" if also and also.isupper() else ""
        head = f"[{ours['term']}]({UP}{term['page']}){{ #{name} }}{short}<br>"
        avoid = ("、" if locale == "zh" else ", ").join(ours.get("avoid", [])) or "–"
        rows.append(row([f'{head}<span lang="{other}">{theirs["term"]}</span>', ours["definition"], avoid]))
    return "".join(rows)


def anchor(source: Path) -> str:
    """Where the verification page speaks of a page."""
    return "-".join(source.relative_to(DOCS).with_suffix("").parts[1:])


def other_versions(locale: str, versions: Versions) -> str:
    """How many snippets print what on each recorded version, and which of them do not print the same everywhere."""
    words, states = VERSIONS[locale], ("same", *OTHERS, "stale", "unseen")
    shown = [relative(file) for file in snippets()]
    found = {version: {name: versions.state(name, version)[0] for name in shown} for version in versions.entries}
    counts = row([words["torch"], "Python", *(words[state] for state in states)]) + "|---" * 7 + "|\n"
    for version, by_name in found.items():
        told, outcomes = versions.about[version], list(by_name.values())
        ran = f"{version} · {told['date']}"
        counts += row([ran, told["python"], *(str(outcomes.count(state)) for state in states)])
    which = row([words["code"], *(f"torch {span([version])}" for version in found)]) + "|---" * (len(found) + 1) + "|\n"
    for name in shown:
        cells = [by_name[name] for by_name in found.values()]
        if {*OTHERS} & {*cells}:
            which += row([f"`{name.removeprefix('snippets/')}`", *(words[cell] for cell in cells)])
    return f"{counts}\n{which}\n" if found else ""


def verification(page: Path, locale: str, report: Report) -> str:
    """The blocks of one page, each with what was last seen of it on every device."""
    rows = []
    for snippet in dict.fromkeys(relative(file.with_suffix(".py")) for _, file in includes(page)):
        cells = [f"`{snippet.removeprefix('snippets/')}`"]
        for device in DEVICES:
            outcome, result = report.state(relative(page), snippet, device)
            seen = f" · torch {result['torch']} · {result['date']}" if outcome != "skipped" else ""
            on = f" · {result['gpu']}" if seen and "gpu" in result else ""
            cells.append(f"{OUTCOMES[locale][outcome]}{seen}{on}")
        rows.append(row(cells))
    if not rows:
        return ""
    path = page.relative_to(DOCS / locale)
    slug = anchor(page)
    head = row(BLOCKS[locale]) + "|---|---|---|---|\n"
    return f"### [{slug}]({UP}{path.as_posix()}) {{ #{slug} }}\n\n{head}{''.join(rows)}\n"
