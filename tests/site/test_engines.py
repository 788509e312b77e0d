"""Pages in Firefox and in WebKit: scripts, policy, requests, formulas, copying, schemes, links into the page, search.

What Chromium is asked about, test_browser.py asks in more depth; here is what engines are likely to differ in. Each
engine opens each page in one language, by turns.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.site import browser, engines
from tests.support import fail_with, skip_or_fail

SIZES = ((1280, 900), (500, 844))  # WebKit's window is not narrower
SEARCH = {"": "海森", "en/": "Hessian"}
# Sent before the site's first script: notes what goes wrong.
WATCH = """
window.faults = [];
addEventListener("error", event => faults.push(event.message || `cannot load ${event.target.src || event.target.href}`), true);
addEventListener("unhandledrejection", event => faults.push(String(event.reason)));
addEventListener("securitypolicyviolation", event => faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
TOOLS = """
  const until = async (condition) => {
    for (let tries = 0; tries < 600 && !condition(); tries++) await new Promise(done => setTimeout(done, 25));
    return condition();
  };
"""
LOOK = f"""(async () => {{{TOOLS}
  const wrong = [];
  for (const type of ["pointermove", "keydown"]) dispatchEvent(new Event(type));
  if (!await until(() => document.querySelector(".md-header__button > button"))) wrong.push("the theme's scripts do not come");
  await document.fonts.ready;
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("scrolls sideways");
  for (const formula of document.querySelectorAll("article mjx-container")) {{
    if (formula.getBoundingClientRect().width < 4) wrong.push(`draws no formula: ${{formula.textContent}}`);
  }}
  const strangers = performance.getEntriesByType("resource").filter(({{ name }}) => new URL(name).origin !== location.origin);
  wrong.push(...strangers.filter(({{ name }}) => !/^(?:data|blob):/.test(name)).map(({{ name }}) => `asks ${{name}}`));
  let copied = "";
  const clipboard = {{
    write: async ([item]) => (copied = await (await item.getType("text/plain")).text()),
    writeText: async (text) => (copied = text),
  }};
  Object.defineProperty(navigator, "clipboard", {{ value: clipboard, configurable: true }});
  const button = document.querySelector("pre button[data-copy]");
  if (button) {{
    button.click();
    const code = button.closest("pre").querySelector("code").textContent.replace(/ +$/gm, "");
    if (!await until(() => copied === code)) wrong.push(`copies ${{copied}}`);
  }}
  const scheme = document.body.dataset.mdColorScheme;
  [...document.querySelectorAll("[data-md-component=palette] label")].find(label => label.offsetWidth).click();
  if (!await until(() => document.body.dataset.mdColorScheme !== scheme)) wrong.push("does not change its colours");
  const last = [...document.querySelectorAll("article :is(h2, h3)[id]")].at(-1);
  if (last) {{
    location.hash = last.id;
    const inSight = () => {{ const top = last.getBoundingClientRect().top; return top > -20 && top < innerHeight; }};
    if (!await until(inSight)) wrong.push(`#${{last.id}} is not in sight: ${{last.getBoundingClientRect().top}}`);
  }}
  return [...wrong, ...faults];
}})()"""
FIND = f"""(async () => {{{TOOLS}
  dispatchEvent(new Event("pointermove"));
  await until(() => document.querySelector(".md-header__button > button"));
  document.getElementById("__search").click();
  const field = document.querySelector(".md-search__input");
  field.focus();
  field.value = QUERY;
  field.dispatchEvent(new Event("input", {{ bubbles: true }}));
  await until(() => document.querySelector(".md-search-result__item"));
  return [document.querySelectorAll(".md-search-result__item").length, ...faults];
}})()"""


class Watched(browser.Server):
    """A server whose pages note what goes wrong."""

    def body(self, file):
        if file.name == "start.js" and file not in self.bodies:
            self.bodies[file] = browser.compress(WATCH.encode() + file.read_bytes())
        return super().body(file)


def look(name: str, watched: Watched) -> list[str]:
    """What is wrong with the pages in an engine."""
    wrong = []
    paths = browser.in_turns(watched.folder, first=list(engines.ENGINES).index(name))
    with engines.ENGINES[name]() as engine:
        for number, path in enumerate(paths):
            engine.resize(*SIZES[number // 2 % 2])
            engine.open(watched.url + path)
            wrong += [f"/{path} in {name}: {fault}" for fault in engine.evaluate(LOOK)]
        for path, query in SEARCH.items():
            engine.open(watched.url + path)
            found, *faults = engine.evaluate(FIND.replace("QUERY", repr(query)))
            wrong += faults if found else [f"/{path} in {name}: {query} finds nothing", *faults]
    return wrong


@pytest.fixture(scope="module")
def looks(server) -> Iterator[dict[str, Future]]:
    """What `look` returns for the engines that this machine has, which look side by side."""
    here = [name for name in engines.ENGINES if not engines.lacks(name)]
    with Watched(server.folder) as watched, ThreadPoolExecutor() as pool:
        yield {name: pool.submit(look, name, watched) for name in here}


@pytest.mark.parametrize("name", engines.ENGINES)
def test_every_page(name, looks):
    if lack := engines.lacks(name):
        skip_or_fail(lack)
    fail_with(looks[name].result())
