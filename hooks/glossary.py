"""What docs/glossary.yml feeds: the table of the glossary, tooltips on every page, and words that the search keeps whole."""

import html
import re
from functools import cache
from pathlib import Path

import jieba
import yaml
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel

SOURCE = "glossary.yml"
FROM_GLOSSARY = "../"  # the way up from the glossary, for the pages that it names
HEAD = {"zh": ("术语", "意思", "别处也叫"), "en": ("Term", "Meaning", "Elsewhere also")}
OTHER = {"zh": "en", "en": "zh"}
# Where a tooltip would be wrong (formulas, code, pictures) or inside something that is operated (links, buttons).
NEVER_INSIDE = {"a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre", "summary", "svg"}
NEVER_IN_CLASS = re.compile(r'\bclass="[^"]*\b(?:arithmatex|lab)\b')
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
# Code is most of a page: a block of it is one token.
TOKEN = re.compile(r"<!--.*?-->|<pre\b.*?</pre>|<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*+)[^>]*+>|[^<]++", re.DOTALL)


@cache
def terms(source: Path) -> dict[str, dict]:
    """The terms by their names, as the file has them."""
    return yaml.safe_load(source.read_text("utf-8"))


def glossary(config) -> dict[str, dict]:
    return terms(Path(config.docs_dir, SOURCE))


def forms(word: dict) -> list[str]:
    """Everything that pages may call a term."""
    return [word["term"], *word.get("also", [])]


def pattern(written: list[str]) -> re.Pattern:
    """Find these words, the longest first, whole where they are Latin, in any case and number."""
    longest = sorted(written, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)
    return re.compile(rf"(?<![A-Za-z])(?:({words})s?)(?![A-Za-z])", re.IGNORECASE)


@cache
def tooltips(source: Path, locale: str) -> tuple[re.Pattern, dict[str, str]]:
    """A pattern that finds every term of a language, and the term that each form belongs to."""
    names = {form.lower(): name for name, term in terms(source).items() for form in forms(term[locale])}
    return pattern(list(names)), names


def explain(content: str, source: Path, locale: str) -> str:
    """Put a tooltip on the first occurrence of each term, except in headings, code, links and formulas."""
    find, names = tooltips(source, locale)
    seen: set[str] = set()
    inside: list[str] = []
    result: list[str] = []

    def tip(match: re.Match) -> str:
        name = names[" ".join(match[1].lower().split())]
        if name in seen:
            return match[0]
        seen.add(name)
        meaning = html.escape(terms(source)[name][locale]["definition"])
        return f'<abbr title="{meaning}" tabindex="0">{match[0]}</abbr>'

    for token in TOKEN.finditer(content):
        text, end, tag = token.group(0, "end", "tag")
        tag = tag and tag.lower()
        if not tag:
            text = text if inside or text.startswith("<") else find.sub(tip, text)
        elif end:
            if inside and inside[-1] == tag:
                inside.pop()
        elif (
            not text.endswith("/>")
            and tag not in VOID
            and (inside or tag in NEVER_INSIDE or NEVER_IN_CLASS.search(text))
        ):
            inside.append(tag)
        result.append(text)
    if inside:
        raise PluginError(f"<{inside[-1]}> is not closed where the tooltips were put in")
    return "".join(result)


def table(source: Path, locale: str) -> str:
    """One row a term: both languages, the meaning, and the words that this book does not use."""
    rows = []
    for name, term in terms(source).items():
        ours, theirs = term[locale], term[OTHER[locale]]
        also = ", ".join(ours.get("also", []))
        cells = (
            f"[{ours['term']}]({FROM_GLOSSARY}{term['page']}){{ #{name} }}{f' ({also})' if also and also.isupper() else ''}<br>"
            f'<span lang="{OTHER[locale]}">{theirs["term"]}</span>',
            ours["definition"],
            ("、" if locale == "zh" else ", ").join(ours.get("avoid", [])) or "–",
        )
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(["| " + " | ".join(HEAD[locale]) + " |", "|---|---|---|", *rows]) + "\n"


def on_config(config):
    """Teach the search the words; `mkdocs serve` builds again and again, so read the file anew."""
    terms.cache_clear()
    tooltips.cache_clear()
    for term in glossary(config).values():
        for word in [*forms(term["zh"]), *term["zh"].get("avoid", []), *term["zh"].get("cut", [])]:
            jieba.add_word(word)


@event_priority(100)  # before the files are given to the languages
def on_files(files, config):
    """The source stands among the pages, but readers get the table."""
    files.get_file_from_path(SOURCE).inclusion = InclusionLevel.EXCLUDED


def on_page_markdown(markdown, page, config, files):
    locale = page.file.src_uri.partition("/")[0]
    return (
        f"{markdown}\n\n{table(Path(config.docs_dir, SOURCE), locale)}" if page.meta["kind"] == "glossary" else markdown
    )


def on_page_content(content, page, config, files):
    locale = page.file.src_uri.partition("/")[0]
    return content if page.meta["kind"] == "glossary" else explain(content, Path(config.docs_dir, SOURCE), locale)
