"""Both languages are one book: what each page of a pair holds, in order, and where the two differ.

Compared are headings (level and anchor), includes, display formulas, fences, admonitions, figures, images, paragraphs
(with the links and formulas in each) and tables (columns, rows, and the code, links and formulas in each cell). Within a
paragraph or a cell their order is free, for word order differs between languages.
"""

import dataclasses
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from book.pages import fences, included, pages, span
from book.paths import DOCS, LOCALES, relative

HEADING = re.compile(r"(#{1,6})\s.*?(?:\{\s*#([\w-]+)\s*\})?$")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)\s*(\w+)")
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\]|`[^`]*`)*\]\(([^)\s]+)[^)]*\)")
IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)|<img\b[^>]*\bsrc=\"([^\"]+)")
FORMULA = re.compile(r"(?<![\\$])\$([^$\n]+)\$(?!\$)")
INCLUDES = ("python", "text", "pytb")  # what these fences hold is compared as includes, what others hold as text
CODE = re.compile(r"`[^`]*`")
CELL = re.compile(r"(?<!\\)\|")
BEGINS = re.compile(r"\s*(?:$|[|<]|[-*] |\d+\. |\$\$)")  # a line that does not go on with a paragraph


@dataclasses.dataclass(frozen=True)
class Part:
    """One thing that both languages must hold."""

    kind: str
    what: str
    line: int = dataclasses.field(compare=False)

    def __str__(self) -> str:
        return f"{self.kind} {self.what}".rstrip()


def outline(page: Path) -> Iterator[Part]:
    """Everything on a page that its twin must hold too."""
    lines = page.read_text("utf-8").splitlines()
    code = {number: fence.info for fence in fences(page) for number in range(*span(fence))}
    starts = {span(fence)[0]: fence.content for fence in fences(page)}
    display: list[str] | None = None
    table: list[str] = []
    paragraph: list[str] = []
    in_front_matter = bool(lines) and lines[0] == "---"
    for number, line in enumerate([*lines, ""]):
        at = number + 1
        if in_front_matter:
            if number and line == "---":
                in_front_matter = False
            elif match := re.match(r"(\w+):", line):
                yield Part("front matter", match[1], at)
            continue
        special = number in code or included(line) or HEADING.match(line) or ADMONITION.match(line)
        if paragraph and (special or BEGINS.match(line)):
            yield Part("paragraph", neutral("\n".join(paragraph)), at - len(paragraph))
            paragraph = []
        if table and not line.startswith("|"):
            yield Part("table", f"{table[0].count('|') - 1} columns × {len(table) - 2} rows", at - len(table))
            table = []
        if number in starts:
            yield Part("fence", code[number] if code[number] in INCLUDES else f"{code[number]}: {starts[number]}", at)
        if file := included(line):
            yield Part("include", relative(file).removeprefix("snippets/"), at)
        elif number in code:
            continue
        elif line.strip() == "$$":
            if display is not None:
                yield Part("formula", " ".join(display), at - len(display) - 1)
            display = [] if display is None else None
        elif display is not None:
            display.append(line.strip())
        elif line.startswith("|"):
            table.append(line)
            yield Part("table row", " | ".join(map(in_cell, CELL.split(line))), at)
        elif match := HEADING.match(line):
            anchor = f"#{match[2]}" if match[2] else "without an anchor"
            yield Part("heading", f"{match[1]} {anchor} {neutral(line)}".rstrip(), at)
        elif match := ADMONITION.match(line):
            yield Part("admonition", f"{match[1]} {neutral(line)}".rstrip(), at)
        else:
            yield from (Part("figure", "", at) for _ in re.findall("<figure", line))
            yield from (Part("image", match[1] or match[2], at) for match in IMAGE.finditer(line))
            if line.strip() and not line.lstrip().startswith("<"):
                paragraph.append(line)


def neutral(text: str) -> str:
    """The links and formulas in a text, which are the same in any language, in an order that is too."""
    return ", ".join(sorted([*LINK.findall(text), *(f"${tex}$" for tex in FORMULA.findall(CODE.sub("", text)))]))


def in_cell(text: str) -> str:
    return " ".join([*sorted(CODE.findall(text)), neutral(text)]).rstrip()


def differences(zh: Path, en: Path) -> Iterator[str]:
    """Where two pages first differ, with both places."""
    for one, other in itertools.zip_longest(outline(zh), outline(en)):
        if one != other:
            yield f"{at(zh, one)} has {one or 'nothing more'}\n{at(en, other)} has {other or 'nothing more'}"
            return


def at(page: Path, part: Part | None) -> str:
    last = len(page.read_text("utf-8").splitlines())
    return f"{relative(page)}:{part.line if part else last}"


def unpaired(docs: Path = DOCS) -> Iterator[str]:
    """Pages that are in one language only."""
    for locale, other in itertools.permutations(LOCALES, 2):
        for page in pages(locale, docs):
            twin = docs / other / page.relative_to(docs / locale)
            if not twin.exists():
                yield f"{relative(page)}:1: there is no {relative(twin)}; write it, or remove both"


def without_anchor(page: Path) -> Iterator[str]:
    for part in outline(page):
        if part.kind == "heading" and "# without an anchor" in part.what:
            yield f"{at(page, part)}: give this heading an anchor that is the same in both languages: {{ #name }}"
