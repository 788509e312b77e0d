"""What a screen reader is given of some pages, of every kind: landmarks, headings, formulas, pictures, tables and controls.

The accessibility tree as Chromium builds it, without running text and the formulas in it, is recorded in `heard/`; `pytest --record` rewrites it.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from tests.site import browser

FOLDER = Path(__file__).with_name("heard")
# A page of each kind, the languages by turns
PAGES = (
    "",
    "en/understand/gradient/",
    "understand/chain/",
    "en/understand/see_vjp/",
    "parameters/accumulate/",
    "en/uses/function/",
    "higher/hvp/",
    "en/engine/walk/",
    "clinic/",
    "en/clinic/graph/",
    "lab/",
    "en/answers/questions/",
    "reference/glossary/",
    "en/reference/references/",
)
LANDMARKS = "banner|navigation|main|article|contentinfo|region|search|dialog"
HEARD = re.compile(
    rf" *- '?(?P<what>(?:{LANDMARKS}|heading|figure|img|math|table|button|textbox|radio|slider|spinbutton|checkbox|combobox)\b.*)"
)


def outline(snapshot: str) -> Iterator[str]:
    """The lines of a tree that are no running text, each indented by how many of the others hold it; repeated ones once."""
    holders: list[int] = []
    for line in snapshot.splitlines():
        indent = len(line) - len(line.lstrip())
        while holders and holders[-1] >= indent:
            holders.pop()
        match = HEARD.fullmatch(line)
        inline = match and match["what"].startswith("math") and holders[-1] != indent - 2
        if match and not inline:
            yield "  " * len(holders) + match["what"].rstrip(":'")
            holders.append(indent)


def recording(path: str) -> Path:
    return FOLDER / f"{path.strip('/').replace('/', '_') or 'home'}.txt"


@pytest.mark.records
@pytest.mark.parametrize("path", PAGES)
def test_what_is_heard_is_what_is_recorded(path, server, chromium, pytestconfig):
    page = chromium.new_page(viewport=browser.DESKTOP)
    page.goto(server.url + path)
    page.evaluate("document.documentElement.classList.remove('estimate')")
    lines = outline(page.locator("body").aria_snapshot())
    heard = "".join(f"{line}\n" for line, _ in groupby(lines))
    page.close()
    if pytestconfig.option.record:
        recording(path).write_text(heard, "utf-8")
    assert heard == recording(path).read_text("utf-8"), f"read {recording(path)} aloud, then pytest --record {__file__}"


def test_no_recording_is_left_over():
    assert {recording(path) for path in PAGES} == {*FOLDER.iterdir()}
