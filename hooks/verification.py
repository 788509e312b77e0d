"""Say on each page, and together on the verification page, where its blocks were last seen to pass.

Everything comes from the reports that test runs leave in `report/` (plain pytest writes `report/blocks.json`, another
machine's may lie beside it). A block without a report was not run; one whose code or recording has changed since is stale.
"""

import hashlib
import html
import json
import re
from functools import cache
from pathlib import Path

from edits import edit

DEVICES = ("cpu", "cuda", "sim")
OUTPUTS = (".out", ".svg", ".tex")
INCLUDE = re.compile(r'^\s*--8<-- "(?P<snippet>[^"]+)\.(?P<kind>py|tex|svg)"\s*$', re.MULTILINE)
CODE = r'(?=<div class="language-python highlight">)'
PAGE = "reference/verification.md"
WORDS = {
    "zh": {
        "passed": "通过",
        "failed": "未通过",
        "skipped": "未运行",
        "stale": "已过期",
        "head": ("代码", "cpu", "cuda", "sim"),
        "mark": {"passed": "已在 {} 上验证", "failed": "在 {} 上未通过", "stale": "在 {} 上的验证已过期"},
    },
    "en": {
        "passed": "passed",
        "failed": "failed",
        "skipped": "not run",
        "stale": "stale",
        "head": ("block", "cpu", "cuda", "sim"),
        "mark": {"passed": "verified on {}", "failed": "failed on {}", "stale": "outdated on {}"},
    },
}


@cache
def reports(folder: Path) -> dict[tuple[str, str, str], dict]:
    """The last outcome of each snippet on each page and device."""
    found = {}
    for file in sorted(folder.glob("*.json")):
        for result in json.loads(file.read_text("utf-8")):
            key = (result["page"], result["snippet"], result["device"])
            if key not in found or result["outcome"] != "skipped":
                found[key] = result
    return found


@cache
def digest(snippet: Path) -> str:
    """What an outcome is valid for: the snippet's code and recording, as tests/doctests.py computes it."""
    files = (snippet.with_suffix(suffix) for suffix in (".py", *OUTPUTS))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files if file.exists())).hexdigest()[:16]


def state(page: str, snippet: str, device: str, root: Path) -> tuple[str, dict]:
    """How a block stands on a device, and the result that says so."""
    result = reports(root / "report").get((page, snippet, device), {"outcome": "skipped"})
    if result["outcome"] != "skipped" and result["digest"] != digest(root / snippet):
        return "stale", result
    return result["outcome"], result


def shown(markdown: str) -> list[tuple[str, str]]:
    """The snippets that a page shows, as `(path, kind)`; a recording stands for the snippet that printed it."""
    return [(f"snippets/{match['snippet']}.py", match["kind"]) for match in INCLUDE.finditer(markdown)]


def table(file, root: Path, words: dict) -> str:
    """The rows of one page's blocks."""
    rows = []
    name = f"docs/{file.src_uri}"
    for snippet, _ in dict.fromkeys(shown(Path(file.abs_src_path).read_text("utf-8"))):
        cells = []
        for device in DEVICES:
            outcome, result = state(name, snippet, device, root)
            seen = f" · torch {result['torch']} · {result['date']}" if outcome in ("passed", "failed", "stale") else ""
            cells.append(f"{words[outcome]}{seen}")
        label = snippet.removeprefix("snippets/")
        rows.append(f"| `{label}` | {' | '.join(cells)} |")
    if not rows:
        return ""
    slug = anchor(file)
    head = "| " + " | ".join(words["head"]) + " |\n|---|---|---|---|\n"
    return f"### [{slug}](../{file.src_uri.partition('/')[2]}) {{ #{slug} }}\n\n{head}" + "\n".join(rows) + "\n\n"


def anchor(file) -> str:
    """Where the verification page speaks of a page."""
    return file.src_uri.partition("/")[2].removesuffix(".md").replace("/", "-")


def on_config(config):
    """`mkdocs serve` builds again and again: read the reports and files anew each time."""
    reports.cache_clear()
    digest.cache_clear()


def on_page_markdown(markdown, page, config, files):
    if page.meta["kind"] != "verification":
        return markdown
    root, locale = Path(config.config_file_path).parent, page.file.src_uri[:2]
    ours = [file for file in files.documentation_pages() if file.src_uri.startswith(f"{locale}/")]
    return markdown + "\n\n" + "".join(table(file, root, WORDS[locale]) for file in ours)


def on_page_content(content, page, config, files):
    """Put a small mark before each block of code; it links to the block's page on the verification page."""
    text = Path(page.file.abs_src_path).read_text("utf-8")
    snippets = [snippet for snippet, kind in shown(text) if kind == "py"]
    if not snippets:
        return content
    root, locale = Path(config.config_file_path).parent, page.file.src_uri[:2]
    target = files.get_file_from_path(f"{locale}/{PAGE}")
    if target is None:
        return content
    way = f"{target.url_relative_to(page.file)}#{anchor(page.file)}"
    marks = iter([mark(f"docs/{page.file.src_uri}", snippet, root, way, WORDS[locale]) for snippet in snippets])
    return edit(content, f"{page.file.src_uri}: blocks of code", CODE, lambda _: next(marks), times=len(snippets))


def mark(page: str, snippet: str, root: Path, way: str, words: dict) -> str:
    """Where a block was seen to pass, or not to; nothing if it has not been run."""
    states = {device: state(page, snippet, device, root) for device in DEVICES}
    told = []
    for outcome, phrase in words["mark"].items():
        seen = {device: result for device, (found, result) in states.items() if found == outcome}
        if seen:
            versions = sorted({result["torch"].partition("+")[0] for result in seen.values()})
            told.append(f"{phrase.format(', '.join(seen))} · torch {', '.join(versions)}")
    if not told:
        return ""
    return f'<p class="verified" data-search-exclude><a href="{way}">{html.escape("; ".join(told))}</a></p>'
