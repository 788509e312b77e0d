"""Both languages are one book: what each page of a pair holds, in order, and where the two differ.

What must come in the same order: headings (level and anchor), includes, display formulas, fences, admonitions, figures,
images, and tables (columns and rows). Word order differs between languages, so inline formulas and links are compared as
collections, from one heading to the next.
"""

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.pages import DOCS, LOCALES, fences, included, pages, relative, span

HEADING = re.compile(r"(#{1,6})\s.*?(?:\{\s*#([\w-]+)\s*\})?$")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)\s*(\w+)")
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\]|`[^`]*`)*\]\(([^)\s]+)[^)]*\)")
IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)|<img\b[^>]*\bsrc=\"([^\"]+)")
FORMULA = re.compile(r"(?<![\\$])\$([^$\n]+)\$(?!\$)")
INCLUDES = ("python", "text", "pytb")  # what these fences hold is compared as includes, what others hold as text
CODE = re.compile(r"`[^`]*`")


@dataclasses.dataclass(frozen=True)
class Part:
    """One thing that both languages must hold."""

    kind: str
    what: str
    line: int = dataclasses.field(compare=False)
    ordered: bool = dataclasses.field(default=True, compare=False)

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"


def outline(page: Path) -> Iterator[Part]:
    """Everything on a page that its twin must hold too."""
    lines = page.read_text("utf-8").splitlines()
    code = {number: fence.info for fence in fences(page) for number in range(*span(fence))}
    starts = {span(fence)[0]: fence.content for fence in fences(page)}
    display: list[str] | None = None
    table: list[str] = []
    in_front_matter = bool(lines) and lines[0] == "---"
    for number, line in enumerate([*lines, ""]):
        at = number + 1
        if in_front_matter:
            if number and line == "---":
                in_front_matter = False
            elif match := re.match(r"(\w+):", line):
                yield Part("front matter", match[1], at)
            continue
        if table and not line.startswith("|"):
            yield Part("table", f"{table[0].count('|') - 1} columns × {len(table) - 2} rows", at - len(table))
            table = []
        if number in starts:
            yield Part("fence", code[number] if code[number] in INCLUDES else f"{code[number]}: {starts[number]}", at)
        if file := included(line):
            yield Part("include", f"{file.parent.name}/{file.name}", at)
        elif number in code:
            continue
        elif line.strip() == "$$":
            if display is not None:
                yield Part("formula", " ".join(display), at - len(display) - 1)
            display = [] if display is None else None
        elif display is not None:
            display.append(line.strip())
        else:
            if line.startswith("|"):
                table.append(line)
            yield from parts_of_prose(line, at)


def parts_of_prose(line: str, at: int) -> Iterator[Part]:
    """Headings, admonitions, figures, images, links and formulas in a line of text."""
    if match := HEADING.match(line):
        yield Part("heading", f"{match[1]} #{match[2]}" if match[2] else f"{match[1]} without an anchor", at)
    if match := ADMONITION.match(line):
        yield Part("admonition", match[1], at)
    if "<figure" in line:
        yield Part("figure", "", at)
    for match in IMAGE.finditer(line):
        yield Part("image", match[1] or match[2], at)
    for match in LINK.finditer(line):
        yield Part("link", match[1], at, ordered=False)
    for match in FORMULA.finditer(CODE.sub("", line)):
        yield Part("formula", match[1], at, ordered=False)


def sections(parts: list[Part]) -> list[tuple[Part | None, list[Part]]]:
    """The unordered parts, grouped by the heading that they stand under."""
    heading: Part | None = None
    groups: list[tuple[Part | None, list[Part]]] = [(None, [])]
    for part in parts:
        if part.kind == "heading":
            heading = part
            groups.append((heading, []))
        elif not part.ordered:
            groups[-1][1].append(part)
    return groups


def differences(zh: Path, en: Path) -> Iterator[str]:
    """Where two pages differ, each with both places; at most one in their order, and one a section."""
    a, b = list(outline(zh)), list(outline(en))
    ordered_a, ordered_b = [p for p in a if p.ordered], [p for p in b if p.ordered]
    for one, other in itertools.zip_longest(ordered_a, ordered_b):
        if one != other:
            yield f"{at(zh, one)} has {one or 'nothing more'}\n{at(en, other)} has {other or 'nothing more'}"
            return
    for (heading, mine), (twin, theirs) in zip(sections(a), sections(b)):
        missing = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
        for page, there, other, only in (zh, twin, en, missing[0]), (en, heading, zh, missing[1]):
            for part in only:
                yield f"{at(page, part)} has {part}\n{at(other, there)} has not, in the section that begins there"


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
        if part.kind == "heading" and part.what.endswith("without an anchor"):
            yield f"{at(page, part)}: give this heading an anchor that is the same in both languages: {{ #name }}"
