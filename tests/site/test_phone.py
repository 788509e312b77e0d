"""On a phone of 390 px nothing is cut: what is printed wraps, tables stack, formulas shrink, and hardly any code scrolls.
In figures no label lies on another or leaves the screen, and none is struck by a line or an arrow, unless it has a halo.

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

# Of a text's box only the part counts that has ink, about half of its height. Lines are followed step by step.
STRUCK = """() => [...document.querySelectorAll("svg.pic")].flatMap(svg => {
  const labels = [...svg.querySelectorAll("text")].filter(text => text.textContent.trim()).map(text => {
    const { left, right, top, height } = text.getBoundingClientRect();
    return { text, left, right, name: text.textContent.trim(), x0: left + 1, x1: right - 1, y0: top + .28 * height, y1: top + .8 * height };
  });
  const apart = (a, b) => a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
  const on = labels.flatMap((a, i) => labels.slice(i + 1).filter(b => !apart(a, b)).map(b => `label ${a.name} lies on ${b.name}`));
  const off = labels.filter(({ left, right }) => left < 0 || right > innerWidth).map(a => `label ${a.name} leaves the screen`);
  const bare = labels.filter(({ text }) => !text.classList.contains("h"));
  const struck = [...svg.querySelectorAll("path[fill=none]:not(.thin, [stroke-opacity]), .head")].flatMap(path => {
    const matrix = path.getScreenCTM(), length = path.getTotalLength();
    const points = Array.from({ length: length + 1 }, (_, s) => path.getPointAtLength(s).matrixTransform(matrix));
    const inside = label => points.some(({ x, y }) => x > label.x0 && x < label.x1 && y > label.y0 && y < label.y1);
    return bare.filter(inside).map(label => `label ${label.name} is struck by a ${path.getAttribute("class") || path.tagName}`);
  });
  return [...on, ...off, ...struck];
})"""


def measure(chromium, server, path: str) -> dict[str, tuple[int, list[str]]]:
    """How many boxes of each kind a page has, and what is wrong with them."""
    if not chromium.contexts:
        chromium.new_context(viewport=browser.PHONE).new_page()
    page = chromium.contexts[0].pages[0]
    page.goto(server.url + path)
    page.evaluate("document.documentElement.classList.remove('estimate')")
    page.evaluate("document.fonts.ready.then(() => 1)")
    found = {
        kind: (count, [f"/{path}: {box!r} scrolls sideways" for box in boxes])
        for kind, (count, boxes) in page.evaluate(WIDE).items()
    }
    found["figure"] = (page.locator("svg.pic").count(), [f"/{path}: {fault}" for fault in page.evaluate(STRUCK)])
    return found


@pytest.fixture(scope="module")
def wide(server, chromium) -> dict[str, tuple[int, list[str]]]:
    """How many boxes of each kind there are, and what is wrong with them."""
    pages = browser.on_pages(browser.in_turns(server.folder), server.folder, measure)
    return {
        kind: (sum(page[kind][0] for page in pages), [fault for page in pages for fault in page[kind][1]])
        for kind in pages[0]
    }


@pytest.mark.parametrize("kind", ["output", "table", "formula", "figure"])
def test_nothing_is_cut(wide, kind):
    count, scrolling = wide[kind]
    assert count
    fail_with(scrolling)


def test_hardly_any_code_scrolls(wide):
    """Snippets have lines of at most 50 characters, which ruff checks: snippets/ruff.toml."""
    count, scrolling = wide["code"]
    if len(scrolling) > count * SCROLLING_CODE:
        fail_with(scrolling)
