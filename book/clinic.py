"""The cases of the error clinic, read from its pages: the tests know no message that the pages do not show."""

import dataclasses
import functools
import re
from pathlib import Path

from markdown_it.token import Token

from book.pages import Example, examples, span, tokens
from book.paths import DOCS, SNIPPETS, relative
from book.versions import Versions

HEADING = re.compile(r"(.+) \{ #([a-z0-9-]+) \}")
LINK = re.compile(r"\]\(([^)\s]+)\)")
LABELS = {"zh": ("意思", "为什么", "怎么改", "怎么选", "详见"), "en": ("Meaning", "Why", "Fix", "Which fix", "More")}
ERROR = re.compile(r"^Traceback .*\n  \.\.\.\n(.+)", re.MULTILINE)
CLASS = re.compile(r"^\w+(?:Error|Warning): ")
WARNING = re.compile(r"^(?:User|Future)Warning: .+", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Case:
    """One heading of a clinic page, and what stands below it."""

    page: Path
    line: int
    markdown: str  # the heading as written
    anchor: str
    blocks: tuple[Token, ...]

    @property
    def place(self) -> str:
        return f"{relative(self.page)}:{self.line}"

    @property
    def locale(self) -> str:
        return relative(self.page).split("/")[1]

    @property
    def heading(self) -> str:
        """As a reader sees it."""
        return re.sub(r"\\(.)|`", r"\1", self.markdown)

    @property
    def address(self) -> str:
        return f"clinic/{self.page.stem}/#{self.anchor}"

    def recording(self, mended: bool = False) -> str:
        name = self.anchor.replace("-", "_") + ("_mended" if mended else "")
        return (SNIPPETS / "clinic" / self.page.stem / f"{name}.out").read_text("utf-8")

    @property
    def said(self) -> str:
        """The line that a reader copies: the last of the traceback, the warning, or the symptom."""
        found = ERROR.search(self.recording()) or WARNING.search(self.recording())
        return found[found.lastindex or 0] if found else self.heading

    def said_elsewhere(self, versions: Versions) -> list[str]:
        """The line that a reader of another version of torch copies, where it is another one, without the error's class."""
        name = f"snippets/clinic/{self.page.stem}/{self.anchor.replace('-', '_')}.py"
        texts = [text for _, outcome, text in versions.others(name) if outcome == "differs"]
        lines = [found[found.lastindex or 0] for text in texts if (found := ERROR.search(text) or WARNING.search(text))]
        return [CLASS.sub("", line) for line in lines if line != self.said]

    @property
    def examples(self) -> list[Example]:
        lines = {span(block)[0] + 1 for block in self.blocks if block.type == "fence"}
        return [example for example in examples(self.page) if example.line in lines]

    def shape(self) -> list[str]:
        """Its blocks in order: fences by their language, paragraphs by their bold beginning."""
        return [
            block.info if block.type == "fence" else (re.match(r"\*\*(.+?)\*\*", block.content) or ["", "?"])[1]
            for block in self.blocks
            if block.type in ("fence", "inline")
        ]

    def links(self) -> set[str]:
        return {link for block in self.blocks if block.type == "inline" for link in LINK.findall(block.content)}


def pages_of(locale: str) -> list[Path]:
    """The clinic's pages in one language, without its index."""
    return sorted(set((DOCS / locale / "clinic").glob("*.md")) - {DOCS / locale / "clinic/index.md"})


@functools.cache
def cases(locale: str) -> list[Case]:
    """Every case of the pages in one language."""
    return [case for page in pages_of(locale) for case in sections(page)]


def sections(page: Path) -> list[Case]:
    stream = tokens(page)
    starts = [n for n, token in enumerate(stream) if token.markup == "##" and token.type == "heading_open"]
    found = []
    for start, end in zip(starts, [*starts[1:], len(stream)]):
        line = span(stream[start])[0] + 1
        # The heading as written, not as parsed: attribute lists and escapes are Python-Markdown's.
        source = page.read_text("utf-8").splitlines()[line - 1].removeprefix("## ")
        match = HEADING.fullmatch(source)
        if not match:
            raise ValueError(f"{relative(page)}:{line}: a case's heading ends with its anchor, {{ #like-this }}")
        found.append(Case(page, line, match[1], match[2], tuple(stream[start + 3 : end])))
    return found
