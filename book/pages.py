"""Read a page: its fences, what it includes, and what it must not hold.

A page shows a snippet in one of two ways. A ``python`` fence holds one include of a whole ``.py`` file; the fence
after it (an annotation list may stand between) holds the include of its recorded ``.out``, as ``text`` if the snippet
runs through and as ``pytb`` if it raises. A ``.tex`` or ``.svg`` recording is included outside of fences.
"""

import dataclasses
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import yaml
from markdown.util import Registry
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

from book import BookError
from book.paths import DOCS, ROOT, SNIPPETS, relative

SHELL_PAGE = "contributing.md"  # the only page with other fences; tests/repo/test_contributing.py runs its commands
SHELL_FENCES = {"sh", "console"}

KINDS = ("home", "page", "notebook", "clinic", "lab", "glossary", "verification")
HAN = re.compile(r"[\u3400-\u9fff]")
FENCE = re.compile(r"[ \t>]*(?:`{3,}|~{3,})")
INCLUDE = SnippetPreprocessor.RE_ALL_SNIPPETS
COMMONMARK = MarkdownIt("commonmark")
LIST = ("ordered_list", "list_item", "paragraph", "inline")


class PageError(BookError):
    """A page breaks a rule; the message begins with ``page:line``."""


@dataclasses.dataclass(frozen=True)
class Example:
    """A snippet that a page shows, and the recording of what it prints (None: the page shows none)."""

    page: Path
    line: int
    snippet: Path
    recording: Path | None
    language: str  # of the recording: text, pytb, tex or svg; "" without one

    @property
    def place(self) -> str:
        return f"{relative(self.page)}:{self.line}"

    @property
    def shows_code(self) -> bool:
        """Whether a reader sees the snippet, and not just the formula or the picture that it makes."""
        return self.language not in ("svg", "tex")


def pages(locale: str = "*", docs: Path = DOCS) -> list[Path]:
    return sorted(docs.glob(f"{locale}/**/*.md"))


class ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml for its options of Markdown; what only its builder understands is left out."""


ConfigLoader.add_multi_constructor("!", lambda loader, suffix, node: None)


@functools.cache
def site_settings() -> dict:
    """What mkdocs.yml says."""
    return yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), ConfigLoader)


@functools.cache
def markdown_options() -> dict[str, dict]:
    """The site's own extensions of Markdown and their options: the tests see includes and fences as the site does."""
    listed = site_settings()["markdown_extensions"]
    return {
        name: options for item in listed for name, options in (item if isinstance(item, dict) else {item: {}}).items()
    }


@functools.cache
def site_renderer() -> markdown.Markdown:
    """What the site makes of blocks, without includes, colours or formulas: each fence and indented one becomes a ``<pre>``."""
    options = {name: value for name, value in markdown_options().items() if name != "pymdownx.snippets"}
    options["pymdownx.highlight"] = {"use_pygments": False}
    renderer = markdown.Markdown(extensions=list(options), extension_configs=options)
    renderer.treeprocessors = Registry()  # they work on what the blocks hold
    return renderer


def front_matter(page: Path) -> dict:
    """What a page says of itself. Raises PageError unless it names its kind, and its place in the menu in its language."""
    name, (opening, *lines) = relative(page), page.read_text("utf-8").splitlines() or [""]
    if opening != "---" or "---" not in lines:
        raise PageError(f"{name}:1: a page begins with its front matter, between two lines `---`")
    meta = read_yaml("\n".join(lines[: lines.index("---")])) or {}
    if meta.get("kind") not in KINDS:
        raise PageError(f"{name}:1: kind: {meta.get('kind')} in the front matter; write one of {', '.join(KINDS)}")
    for key, what in {"menu": "the page's name in the menu", "description": "what search engines say of it"}.items():
        if not meta.get(key):
            raise PageError(f"{name}:1: write `{key}:` in the front matter, {what}")
    if page.is_relative_to(DOCS / "en") and HAN.search(meta["menu"]):
        raise PageError(f"{name}:1: menu: {meta['menu']}: not in English")
    return meta


@functools.cache
def read_yaml(text: str) -> dict:
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def body(page: Path) -> list[str]:
    """The lines of a page, empty where its front matter stands."""
    lines = page.read_text("utf-8").splitlines()
    end = lines.index("---", 1) + 1 if lines[:1] == ["---"] else 0
    return [""] * end + lines[end:]


def included(line: str) -> Path | None:
    """The file that an include line names, or None if it is not one."""
    match = INCLUDE.match(line)
    return SNIPPETS / match["snippet"].strip("\"'") if match and match["snippet"] and not match["escape"] else None


def includes(page: Path) -> list[tuple[int, Path]]:
    """Every file that a page includes, with the line that does, counted from 1."""
    files = enumerate(map(included, page.read_text("utf-8").splitlines()), 1)
    return [(number, file) for number, file in files if file]


@functools.cache
def preprocessor() -> SnippetPreprocessor:
    extension = SnippetExtension()
    for name, value in markdown_options()["pymdownx.snippets"].items():
        extension.setConfig(name, value)
    return SnippetPreprocessor(extension.getConfigs() | {"base_path": [str(SNIPPETS)]}, markdown.Markdown())


def expand(text: str) -> str:
    """A text with the files that it includes, by the site's own preprocessor and options."""
    return "\n".join(preprocessor().run(text.splitlines()))


def existing(file: Path, place: str) -> Path:
    if not file.is_file():
        raise PageError(f"{place}: {relative(file)} is not there; write the snippet, then `pytest --record`")
    return file


@functools.cache
def tokens(page: Path) -> list[Token]:
    return COMMONMARK.parse(page.read_text("utf-8"))


def fences(page: Path) -> list[Token]:
    return [token for token in tokens(page) if token.type == "fence"]


def span(fence: Token) -> tuple[int, int]:
    """The lines of a fence, counted from 0: that of its opening marks, and the one after its closing marks."""
    assert fence.map is not None  # markdown-it gives every block its lines
    return fence.map[0], fence.map[1]


def examples(page: Path) -> Iterator[Example]:
    """Every snippet that the page shows, in order. Raises PageError where a fence or an include breaks a rule."""
    check_fences(page)
    yield from sorted([*blocks(page), *recordings(page)], key=lambda item: item.line)


def check_fences(page: Path) -> None:
    """Raise for every block of code that would be shown but not run."""
    name, found, text = relative(page), fences(page), page.read_text("utf-8")
    allowed = {"python", "text", "pytb"} | (SHELL_FENCES if page.name == SHELL_PAGE else set())
    inside = set()
    for fence in found:
        start, end = span(fence)
        inside |= set(range(start, end))
        if fence.level or fence.info not in allowed:
            raise PageError(
                f"{name}:{start + 1}: the fence `{fence.info}` would be shown but not tested; "
                f"use {', '.join(sorted(allowed))}, exactly so and not in a list, quote, tab or admonition"
            )
    for number, line in enumerate(text.splitlines()):
        if number not in inside and FENCE.match(line):
            raise PageError(f"{name}:{number + 1}: this fence is inside another block, where it would not be tested")
    rendered = site_renderer().reset().convert(text).count("<pre")
    if rendered != len(found):
        raise PageError(f"{name}:1: the site shows {rendered} blocks of code here, of which {len(found)} are tested")


def only_include(page: Path, fence: Token, suffix: str) -> Path:
    """The one file that a fence includes."""
    lines = fence.content.splitlines()
    file = included(lines[0]) if len(lines) == 1 else None
    place = f"{relative(page)}:{span(fence)[0] + 1}"
    if file is None or file.suffix != suffix:
        raise PageError(f'{place}: a `{fence.info}` fence holds one line, --8<-- "<page>/<name>{suffix}"')
    return existing(file, place)


def blocks(page: Path) -> Iterator[Example]:
    """The ``python`` fences, each with the output fence that follows it."""
    stream = [token for token in tokens(page) if token.type.removesuffix("_open").removesuffix("_close") not in LIST]
    outputs = set()
    for fence, following in zip(stream, [*stream[1:], None]):
        if fence.type != "fence":
            continue
        line = span(fence)[0] + 1
        if fence.info in ("text", "pytb") and line not in outputs:
            raise PageError(f"{relative(page)}:{line}: this output does not follow its `python` fence")
        if fence.info != "python":
            continue
        snippet = only_include(page, fence, ".py")
        if following and following.type == "fence" and following.info in ("text", "pytb"):
            recording = only_include(page, following, ".out")
            outputs.add(span(following)[0] + 1)
            if recording != snippet.with_suffix(".out"):
                raise PageError(
                    f"{relative(page)}:{span(following)[0] + 1}: {relative(recording)} follows {relative(snippet)}; "
                    "an output has the name of its snippet"
                )
            yield Example(page, line, snippet, recording, following.info)
        else:
            yield Example(page, line, snippet, None, "")


def recordings(page: Path) -> Iterator[Example]:
    """The includes outside of fences: formulas (.tex) and pictures (.svg)."""
    inside = {number for fence in fences(page) for number in range(*span(fence))}
    for number, line in enumerate(page.read_text("utf-8").splitlines()):
        file = included(line)
        if file is None or number in inside:
            continue
        place = f"{relative(page)}:{number + 1}"
        if file.suffix not in (".tex", ".svg"):
            raise PageError(f"{place}: outside of a fence only .tex and .svg recordings are included, not {file.name}")
        yield Example(page, number + 1, file.with_suffix(".py"), existing(file, place), file.suffix[1:])
