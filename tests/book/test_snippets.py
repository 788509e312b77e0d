"""What a reader sees of a snippet fits a phone: its lines are short, but for the marks of notes, which the site draws as numbers."""

import re
import tomllib
from collections.abc import Iterator
from unicodedata import east_asian_width

from book.pages import examples, pages
from book.paths import ROOT, relative
from tests.support import fail_with

LIMIT = tomllib.loads((ROOT / "snippets/ruff.toml").read_text("utf-8"))["line-length"]
NOTE = re.compile(r"\s*# \(\d+\)!$")


def columns(line: str) -> int:
    """How wide a line is in a font of one width, in which Chinese takes two."""
    return sum(1 + (east_asian_width(character) in "FW") for character in NOTE.sub("", line))


def too_wide() -> Iterator[str]:
    shown = {example.snippet for page in pages() for example in examples(page) if example.shows_code}
    assert shown
    for snippet in sorted(shown):
        for number, line in enumerate(snippet.read_text("utf-8").splitlines(), 1):
            if columns(line) > LIMIT:
                yield f"{relative(snippet)}:{number}: {columns(line)} columns; a phone shows {LIMIT}: break the line"


def test_lines_fit_a_phone():
    fail_with(too_wide())


def test_a_note_takes_no_room_and_chinese_takes_two():
    assert columns("x = 1  # (1)!") == 5
    assert columns("# 梯度") == 6
