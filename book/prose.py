"""What a page says in words, line by line, for the tests that look at its language."""

import dataclasses
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from book.pages import examples, fences, included
from book.paths import relative

CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
FORMULA = re.compile(r"(?<![\\$])\$[^$\n]+\$(?!\$)")
ANCHOR = re.compile(r"\{\s*[#.:][^}]*\}")
LABEL = re.compile(r'<[^>]*\baria-label="(?P<label>[^"]*)"[^>]*>')
TAG = re.compile(r"</?\w[^>]*>")
TITLE_OF_ANOTHER = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\(https?:[^)]*\)")  # quoted as it is written there
LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)\s]*\)")
QUOTE = re.compile(r"[“\"]([^“”\"]+)[”\"]")
END_OF_BOLD = re.compile(r"(?<=[。！？；：）])\*\* ")  # without the space, not every Markdown reader would end it
MARKUP = re.compile(
    r"^\s*(?:#{1,6} |[-*+] |\d+\. |>|(?:!!!|\?\?\?\+?) *\w* *)|^(?:title|description): |\*+|\\(?=[^\w\s])"
)
FRONT_MATTER = re.compile(r"(?:title|description): ")


@dataclasses.dataclass(frozen=True)
class Line:
    """A line of prose, where it stands, and how it is written there."""

    place: str
    text: str
    written: str = ""


@functools.cache
def recorded(page: Path) -> str:
    """A page's snippets and what they print, but for the spaces: who quotes that uses torch's words and not the page's."""
    files = (
        file
        for example in examples(page)
        for file in (example.snippet, example.recording)
        if file and file.suffix != ".svg"
    )
    return "\n".join(" ".join(file.read_text("utf-8").split()) for file in files)


def prose_lines(page: Path) -> Iterator[tuple[int, str]]:
    """The lines that somebody typed for the reader: no fences, no includes, no tables' rules, no other front matter."""
    fenced = {number for fence in fences(page) for number in range(*fence.map or ())}
    lines = page.read_text("utf-8").splitlines()
    end = lines.index("---", 1) if lines[:1] == ["---"] else -1
    for number, line in enumerate(lines):
        told = number > end or FRONT_MATTER.match(line)
        if told and number not in fenced and included(line) is None and not re.fullmatch(r"[|: -]*", line):
            yield number + 1, line


def prose(page: Path, code: str = "§", formula: str = "§") -> Iterator[Line]:
    """The page's own words; inline code and formulas are replaced, and titles of others' works."""
    display = False
    for number, line in prose_lines(page):
        if line.strip() == "$$":
            display = not display
        elif not display:
            text = END_OF_BOLD.sub("", ANCHOR.sub("", line))
            if text.startswith("#") and text.strip("# ") in recorded(page):
                continue
            text = FORMULA.sub(formula, CODE.sub(code, text))
            text = LABEL.sub(r"\g<label>", TITLE_OF_ANOTHER.sub(code, text))
            text = QUOTE.sub(lambda match: f"“{code}”" if match[1] in recorded(page) else match[0], text)
            text = MARKUP.sub("", LINK.sub(r"\1", TAG.sub("", text)))
            yield Line(f"{relative(page)}:{number}", text.strip(), line)
