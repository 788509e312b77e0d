"""Open every page in a browser: what a reader downloads, sees, presses, copies and finds.

Without a Chromium these tests are skipped; where the environment says CI=true, that is a failure.
"""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from book.paths import SNIPPETS
from tests.site import browser
from tests.site.browser import DESKTOP, PHONE
from tests.support import fail_with

WEIGHT = 95_000  # bytes of a first visit
NOTEBOOK_WEIGHT = 140_000
FOR_SEARCH = re.compile(r"search/search_index\.json$|workers/search\.\w+\.min\.js$")
# What a page must not do, noted by the page itself from before its first script on.
WATCH = """
window.faults = []; window.shifts = [];
document.addEventListener("securitypolicyviolation", e => faults.push(`policy: ${e.violatedDirective} ${e.blockedURI}`));
new PerformanceObserver(list => list.getEntries().forEach(e => shifts.push(
  [e.value, ...e.sources.map(s => s.node && (s.node.outerHTML || s.node.textContent).slice(0, 120))]
))).observe({type: "layout-shift", buffered: true});
"""
SCHEMES = ("default", "slate")
SCHEME = "document.body.dataset.mdColorScheme"
# assets/start.js lets what can be scrolled be focused, soon after its size has changed.
SCROLLERS_HAVE_KEYS = """[...document.querySelectorAll("article :is(pre code, div.arithmatex, .md-typeset__scrollwrap, figure [role=img])")].every(
  box => box.scrollWidth <= box.clientWidth + 1 || box.tabIndex === 0)"""
# The theme's scripts have come, and have done what they do at their start: see assets/start.js.
IS_AWAKE = "document.querySelector('.md-header__button > button')"
# A mark that follows a formula would begin a line of its own: see `join` in book/markdown/formulas.py.
MARK_IS_ALONE = """[...document.querySelectorAll(".joined")].some(part => {
  const [first, ...rest] = part.getClientRects();
  return rest.some(box => box.top >= first.bottom);
})"""
# Elements that are alike, in a place that is alike, have the same colours: axe measures the contrast of one of them.
MEASURE_ONCE = """() => {
  const seen = new Set();
  for (const element of document.querySelectorAll("article *")) {
    const places = [element, element.parentElement, element.closest(".highlight, .admonition, details, table")];
    const key = places.map(place => place && place.tagName + place.getAttribute("class")).join();
    if (seen.has(key)) element.setAttribute("data-alike", "");
    seen.add(key);
  }
  axe.configure({rules: [{id: "color-contrast", selector: ":not([data-alike])"}]});
}"""
# Presses every copy button: for each block how many it has, whether it is Python, its text, and what was copied; for
# each formula its TeX, and what was copied; and what the buttons copy that copy the page.
PRESS_ALL = """async () => {
  const press = async button => {
    await navigator.clipboard.writeText("");
    button.click();
    for (let wait = 0; wait < 400; wait++) {
      const text = await navigator.clipboard.readText();
      if (text) return text;
      await new Promise(done => setTimeout(done, 5));
    }
    return "";
  };
  const all = async (selector, look) => {
    const found = [];
    for (const element of document.querySelectorAll(selector)) found.push(await look(element));
    return found;
  };
  document.querySelectorAll("details").forEach(box => (box.open = true));
  return [
    await all(".highlight:has(pre)", async block => {
      const buttons = block.querySelectorAll("button.md-code__button[data-md-type=copy]");
      const copied = buttons.length ? await press(buttons[0]) : "";
      return [buttons.length, block.matches(".language-python"), block.querySelector("code").textContent, copied];
    }),
    await all(".formula__tex", async button => [button.dataset.tex, await press(button)]),
    await all("[data-page-markdown]", press),
  ];
}"""
IN_SIGHT = "id => document.getElementById(id).getBoundingClientRect().top < innerHeight"


def open_page(chromium, server, path: str, viewport=DESKTOP, **options):
    """Open a page in a fresh context: nothing is cached, and every other host is out of reach."""
    page = watched_page(chromium.new_context(viewport=viewport, **options))
    lead(page, server, path, options.get("java_script_enabled", True))
    return page


def watched_page(context):
    """A new page, which notes what it asks for and what goes wrong."""
    page = context.new_page()
    page.asked, page.errors = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("response", lambda answer: answer.status >= 400 and page.errors.append(f"{answer.status} {answer.url}"))
    page.add_init_script(WATCH)
    return page


def lead(page, server, path: str, with_scripts: bool = True) -> None:
    """Lead a page to a place of the site, and wait until it is at rest."""
    page.asked.clear()
    page.errors.clear()
    server.sent.clear()
    page.goto(server.url + path)
    if with_scripts:
        come_to_rest(page)
        touch(page)


@pytest.fixture
def visit(chromium, server):
    """`open_page` in the browser that most tests share."""
    pages = []

    def open_one(path: str, *arguments, **options):
        pages.append(open_page(chromium, server, path, *arguments, **options))
        return pages[-1]

    yield open_one
    for page in pages:
        page.context.close()


def come_to_rest(page):
    """Wait until scripts ran, fonts came and nothing moves."""
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 250)))")


def touch(page):
    """Move the mouse, as the first thing that a reader does: what waited for that comes now."""
    page.mouse.move(1, 1)
    browser.wait_for(page, IS_AWAKE)
    come_to_rest(page)


def faults(page, server) -> list[str]:
    """What went wrong on a page so far: scripts, policy, missing files, requests to others."""
    strangers = [f"asked {url}" for url in page.asked if not url.startswith((server.url, "data:", "blob:"))]
    return page.errors + page.evaluate("window.faults") + strangers


@pytest.mark.usefixtures("chromium")
def test_every_page(server, capsys):
    """Nothing shifts, nobody else is asked, the policy holds, axe finds nothing, and a first visit is light."""
    found = browser.on_pages(browser.sitemap(server.folder), server.folder, look_at)
    weights = {path: weight for path, weight, _ in found}
    assert weights.keys() == set(browser.sitemap(server.folder))
    heavy = max(weights, key=weights.get)
    (worker,) = server.folder.glob("assets/javascripts/workers/search.*.js")
    with capsys.disabled():
        print(f"\n{len(weights)} pages; heaviest first visit {weights[heavy]:,} bytes ({heavy or 'home'})")
        print(
            f"only when somebody searches: worker {server.size(str(worker.relative_to(server.folder))):,} bytes,",
            end=" ",
        )
        print(f"index {server.size('search/search_index.json'):,} or {server.size('en/search/search_index.json'):,}")
    fail_with(fault for *_, faults in found for fault in faults)


def look_at(chromium, server, path: str) -> tuple[str, int, list[str]]:
    """The bytes of a first visit to a page, and everything that is wrong with it."""
    page = first_visit(chromium, server, path)
    weight = sum(server.sent.values())
    wrong = [f"loads {name} before anybody searches" for name in server.sent if FOR_SEARCH.search(name)]
    if weight > limit(server, path):
        wrong.append(f"a first visit transfers {weight:,} bytes: {server.sent}")
    wrong += [f"shifts {shift}" for shift in page.evaluate("window.shifts")]
    page.keyboard.press("Shift")  # whoever uses keys gets every size as it is
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8") + "\n1")
    page.evaluate(MEASURE_ONCE)
    drawn: list[str] = []
    # The languages are twins (tests/book/test_parity.py): together they are looked at in both schemes at both widths.
    # The width of the next page's visit comes last.
    for viewport, scheme in zip((PHONE, DESKTOP), reversed(SCHEMES) if path.startswith("en/") else SCHEMES):
        page.set_viewport_size(viewport)
        browser.wait_for(page, SCROLLERS_HAVE_KEYS)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append(f"{viewport['width']} px: scrolls sideways")
        if page.evaluate(MARK_IS_ALONE):
            wrong.append(f"{viewport['width']} px: begins a line with the mark after a formula")
        if page.evaluate(SCHEME) != scheme:
            page.locator("[data-md-component=palette] label:visible").dispatch_event("click")
        if scheme != (shown := page.evaluate(SCHEME)):
            wrong.append(f"shows the scheme {shown} where {scheme} was asked for")
        wrong += [f"{scheme}, {viewport['width']} px: {fault}" for fault in violations(page, drawn)]
        drawn = ["mjx-math"]  # what MathJax draws is hidden from screen readers and has no text: once is enough
    wrong += faults(page, server)
    page.evaluate("localStorage.clear()")
    return path, weight, [f"/{path}: {fault}" for fault in wrong]


def first_visit(chromium, server, path: str):
    """Open a page as if for the first time, in a tab that the browser keeps: a new one costs as much as the checks."""
    if not chromium.contexts:  # with motion, colours that still change would be judged
        tab = watched_page(chromium.new_context(viewport=DESKTOP, reduced_motion="reduce"))
        tab.context.new_cdp_session(tab).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page = chromium.contexts[0].pages[0]
    page.goto("about:blank")
    lead(page, server, path)
    return page


def test_loading_forces_no_layout(server, chromium):
    """A size that a script reads makes the browser lay the page out at once; on a slow phone that is what blocks."""
    forced = []
    for path in (
        "",
        "understand/gradient/",
        "en/understand/see_vjp/",
        "clinic/graph/",
        "en/lab/",
        "reference/glossary/",
    ):
        page = chromium.new_page(viewport=PHONE)
        chromium.start_tracing(
            page=page, categories=["devtools.timeline", "disabled-by-default-devtools.timeline.stack"]
        )
        page.goto(server.url + path)
        page.wait_for_timeout(500)
        events = json.loads(chromium.stop_tracing())["traceEvents"]
        layouts = [
            event["args"]["beginData"]
            for event in events
            if event["name"] == "Layout" and "args" in event and "beginData" in event["args"]
        ]
        assert layouts, f"/{path}: the trace has no layout"
        scripts = [layout["stackTrace"][0]["url"] for layout in layouts if "stackTrace" in layout]
        forced += [
            f"/{path}: {url} forces a layout while the page loads" for url in scripts if url.startswith(server.url)
        ]
        page.close()
    fail_with(forced)


def limit(server, path: str) -> int:
    return NOTEBOOK_WEIGHT if list((server.folder / path).glob("*.ipynb")) else WEIGHT


def violations(page, left_out: list[str]) -> list[str]:
    """What axe-core finds on the page as it stands."""
    run = """left => axe.run({include: ["html"], exclude: left}, {resultTypes: ["violations"], selectors: false})
      .then(result => result.violations)"""
    return [
        f"{rule['id']}: {node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in page.evaluate(run, left_out)
        for node in rule["nodes"]
    ]


def test_language_switch_stays_on_the_page(visit, server):
    """From Chinese to English and back, at the same page; test_site.py follows the links of all the others."""
    path = next(path for path in browser.sitemap(server.folder) if path and not path.startswith("en/"))
    page = visit(path)
    for language, address in (("en", f"en/{path}"), ("zh", path)):
        page.locator(".md-select button").focus()
        page.locator(f".md-select a[hreflang={language}]").press("Enter")
        page.wait_for_url(server.url + address)
        assert page.evaluate("document.documentElement.lang") == language
    assert not faults(page, server)


def test_formulas_are_there_without_scripts(visit, server):
    for path in browser.sitemap(server.folder):
        if "<mjx-container" not in (server.folder / path / "index.html").read_text("utf-8"):
            continue
        page = visit(path, java_script_enabled=False)
        formula = page.locator("article mjx-container").first
        assert formula.bounding_box()["width"] > 4, path
        assert formula.locator("math").count() == 1, path
        page.context.close()
        break


def test_keyboard_reaches_everything(visit, server):
    """Search, scheme, language and contents answer to keys alone, on a wide and on a narrow screen."""
    page = visit("", DESKTOP)
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.classList[0]"))
    assert {"query", "__palette", "md-select__link"} <= reached, reached
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "query"
    page.keyboard.press("Escape")
    page.locator("[name=__palette]").first.focus()
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.body.dataset.mdColorScheme") != before
    page.context.close()

    page = visit("", PHONE)
    for name in ("__drawer", "__search"):
        page.locator(f".md-header__button[for={name}] button").focus()
        page.keyboard.press("Enter")
        assert page.locator(f"#{name}").is_checked(), name
        page.evaluate(f"document.getElementById('{name}').click()")
    assert not faults(page, server)


def test_offline_book_needs_no_server(chromium, tmp_path_factory):
    """Opened as files, both languages search, switch and show formulas, and ask nobody."""
    book = tmp_path_factory.mktemp("offline") / "book"
    browser.build(book, "mkdocs.offline.yml")
    assert book.with_suffix(".zip").stat().st_size > 100_000
    page = chromium.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(WATCH)
    for start in ("index.html", "en/index.html"):
        page.goto((book / start).as_uri())
        page.locator(".md-search__input").click()
        (first, *_), *_ = browser.search(page, "retain_graph")
        page.goto(first)
        wrong += page.evaluate("window.faults")
        other = page.locator(".md-select a").evaluate_all("links => links.map(link => link.href)")
        assert all(Path(urlsplit(link).path).is_file() for link in other), other
    page.close()
    assert not wrong, "\n".join(wrong)
    assert not [url for url in asked if not url.startswith(("file:", "data:"))], asked


@pytest.fixture(scope="module")
def read_to_the_end(chromium, server) -> list[tuple[list[str], list[str]]]:
    """Each page, opened once more at its last section: what is wrong with that, and with what its buttons copy."""
    return browser.on_pages(browser.sitemap(server.folder), server.folder, follow_deep_link)


def follow_deep_link(chromium, server, path: str) -> tuple[list[str], list[str]]:
    anchors = re.findall(r'<h[23] id="([^"]+)"', (server.folder / path / "index.html").read_text("utf-8"))
    link = f"{path}#{anchors[-1]}" if anchors else path
    if not chromium.contexts:  # one for all pages, which have been read in when they come to the next
        watched_page(chromium.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"]))
    page = chromium.contexts[0].pages[0]
    page.goto("about:blank")
    lead(page, server, link)
    wrong = [f"/{link}: shifts {shift}" for shift in page.evaluate("window.shifts")]
    if anchors and not page.evaluate(IN_SIGHT, anchors[-1]):
        wrong.append(f"/{link}: is not in sight")
    miscopied = press_all(page, server, path) if path in browser.in_turns(server.folder) else []
    return wrong, miscopied


def test_deep_links_do_not_shift(read_to_the_end):
    """A link to a page's last section arrives there, and nothing moves on the way."""
    fail_with(fault for wrong, _ in read_to_the_end for fault in wrong)


def test_what_is_copied_is_what_is_tested(read_to_the_end):
    """Every copy button of every page is pressed, in one of its languages: the code is a snippet's, to the letter."""
    fail_with(fault for _, miscopied in read_to_the_end for fault in miscopied)


def press_all(page, server, path: str) -> list[str]:
    """What is wrong with what the copy buttons of a page give."""
    code, formulas, page_itself = page.evaluate(PRESS_ALL)
    wrong = [f"a block has {buttons} copy buttons: {shown[:80]}" for buttons, _, shown, _ in code if buttons != 1]
    for _, is_python, shown, copied in code:
        if is_python and copied.rstrip() not in snippets():
            wrong.append(f"copies code that is no snippet: {copied!r}")
        elif re.sub(" +$", "", shown, flags=re.MULTILINE).rstrip() != copied.rstrip():
            wrong.append(f"copies {copied!r}, not {shown!r}")
    markdown = (server.folder / path / "index.md").read_text("utf-8")
    for want, copied in [*formulas, *((markdown, copied) for copied in page_itself)]:
        if copied != want:
            wrong.append(f"copies {copied!r}, not {want!r}")
    return [f"/{path}: {fault}" for fault in wrong + faults(page, server)]


@cache
def snippets() -> set[str]:
    """The code of the book, without the numbers of notes, which a reader does not copy."""
    return {
        re.sub(r"  # \(\d+\)!$", "", file.read_text("utf-8").rstrip(), flags=re.MULTILINE)
        for file in SNIPPETS.rglob("*.py")
    }


def test_report_names_the_section(visit, server):
    """The link for questions carries the page, and the section that the reader looks at."""
    path = next(
        path
        for path in browser.sitemap(server.folder)
        if (server.folder / path / "index.html").read_text("utf-8").count("<h2")
    )
    page = visit(path)
    heading = page.locator("article h2[id]").first
    page.goto(f"{page.url}#{heading.get_attribute('id')}")
    link = page.locator("[data-report]")
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.click()
    (body,) = parse_qs(urlsplit(link.get_attribute("href")).query)["body"]
    assert f"{server.url}{path}#{heading.get_attribute('id')}\n" in body


def test_printing(visit, server):
    """On paper there is the article and nothing to press."""
    page = visit(browser.sitemap(server.folder)[-1])
    page.emulate_media(media="print")
    for selector in (".md-header", ".md-footer", ".md-sidebar", ".page-actions", ".md-code__nav"):
        assert not [shown for shown in page.locator(selector).all() if shown.is_visible()], selector
    assert page.locator("article h1").is_visible()


def test_reduced_motion(visit, server):
    page = visit("", reduced_motion="reduce")
    moving = page.evaluate("""[...document.querySelectorAll('*')].filter(e => {
        const s = getComputedStyle(e); return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none';
    }).length""")
    assert moving == 0
