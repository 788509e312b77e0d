"""On a phone of 390 px nothing is cut: what is printed wraps, tables stack, formulas shrink, and hardly any code scrolls.

Each page is looked at in one language, by turns.
"""

import pytest

from tests.site import browser
from tests.support import fail_with

SCROLLING_CODE = 1 / 50  # of the Python blocks
WIDE = """Object.fromEntries(Object.entries({
  code: ".language-python pre > code",
  output: ":is(.language-text, .language-pytb) pre > code",
  table: ".md-typeset__scrollwrap",
  formula: "div.arithmatex",
}).map(([kind, selector]) => {
  const boxes = [...document.querySelectorAll(`article ${selector}`)];
  return [kind, [boxes.length, boxes.filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.textContent.trim().slice(0, 60))]];
}))"""


@pytest.fixture(scope="module")
def wide(server, chromium) -> dict[str, tuple[int, list[str]]]:
    """How many boxes of each kind there are, and those that scroll sideways."""
    found: dict[str, tuple[int, list[str]]] = {}
    context = chromium.new_context(viewport=browser.PHONE)
    page = context.new_page()
    for path in browser.in_turns(server.folder):
        page.goto(server.url + path)
        page.evaluate("document.documentElement.classList.remove('estimate')")
        page.evaluate("document.fonts.ready.then(() => 1)")
        for kind, (count, boxes) in page.evaluate(WIDE).items():
            before, others = found.get(kind, (0, []))
            found[kind] = (before + count, others + [f"/{path}: {box!r} scrolls sideways" for box in boxes])
    context.close()
    return found


@pytest.mark.parametrize("kind", ["output", "table", "formula"])
def test_nothing_is_cut(wide, kind):
    count, scrolling = wide[kind]
    assert count
    fail_with(scrolling)


def test_hardly_any_code_scrolls(wide):
    """Snippets have lines of at most 50 characters, which ruff checks: snippets/ruff.toml."""
    count, scrolling = wide["code"]
    if len(scrolling) > count * SCROLLING_CODE:
        fail_with(scrolling)
