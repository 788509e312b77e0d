"""What readers type or paste brings its place first, in both languages; where no case fits, the search says so."""

import json
import re
from pathlib import Path

import pytest
import yaml

from book.clinic import Case, cases
from book.paths import LOCALES
from book.site.search import words_by_place
from tests.site import browser
from tests.support import fail_with

QUERIES = yaml.safe_load(Path(__file__).with_name("search_queries.yml").read_text("utf-8"))
INDEX = re.compile(r"search/search_index\.json$|workers/search\.\w+\.min\.js$")
# For each query the best places of the three best pages, and how many milliseconds the worker and the ranking took.
ASK = """async queries => {
  const { base, search } = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(new URL(search, location).href);
  const answer = kind => new Promise(resolve => {
    const hear = ({ data }) => {
      if (data.type !== kind) return;
      worker.removeEventListener("message", hear);
      resolve(data.data);
    };
    worker.addEventListener("message", hear);
  });
  const index = await (await fetch(new URL(`${base}/search/search_index.json`, location))).json();
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await answer(1);
  const first = [], times = [];
  for (const query of queries) {
    const begin = performance.now();
    worker.postMessage({ type: 2, data: query });
    const { items } = await answer(3);
    times.push(performance.now() - begin);
    if (!items.every(docs => docs.some(({ location }) => !location.includes("#")))) throw Error(`${query}: no page`);
    first.push(items.slice(0, 3).map(docs => docs[0].location));
  }
  return [first, times];
}"""
NODE = r"\b\w*Backward\w*\b"
TRACEBACK = """Traceback (most recent call last): File "train.py", line 212, in <module> main(args) File "train.py", line 96,
in main loss.backward() File "site-packages/torch/_tensor.py", line 647, in backward
torch.autograd.backward( """.replace("\n", " ")


def folder(locale: str) -> str:
    return "" if locale == "zh" else f"{locale}/"


def answers(chromium, server, path: str, queries: list[str]) -> tuple[list[list[str]], list[float]]:
    """What `ASK` returns on a page."""
    page = chromium.new_page(viewport=browser.DESKTOP)
    page.goto(server.url + path)
    page.locator(".md-search__input").click()  # the theme's scripts come with the first touch
    browser.wait_for(page, "document.querySelector('.md-header__button > button')")
    first, times = page.evaluate(ASK, queries)
    page.close()
    return first, times


def queries(locale: str) -> list[str]:
    """Every query of these tests in a language."""
    return [*places_of_queries(locale), *pages_of_words(), *cases_of_messages(locale)]


@pytest.fixture(scope="module")
def found(server, chromium) -> dict[str, dict[str, list[str]]]:
    """In each language the first three places for every query of these tests; the languages are asked side by side."""

    def ask(chromium, server, path: str) -> tuple[str, dict[str, list[str]]]:
        locale = path.rstrip("/") or "zh"
        return locale, dict(zip(queries(locale), answers(chromium, server, path, queries(locale))[0]))

    return dict(browser.on_pages([folder(locale) for locale in LOCALES], server.folder, ask))


def at(place: str, wanted: str) -> bool:
    """Whether a place is the wanted one; a page stands for its sections."""
    return place == wanted or ("#" not in wanted and place.startswith(f"{wanted}#"))


def places_of_queries(locale: str) -> dict[str, str]:
    """The place that each query of search_queries.yml should bring."""
    return QUERIES["both"] | QUERIES[locale]


@pytest.mark.parametrize("locale", LOCALES)
def test_query_brings_its_place_first(locale, found):
    fail_with(
        f"{locale}: {query!r} should bring {place} first, but found {found[locale][query]}"
        for query, place in places_of_queries(locale).items()
        if not at(found[locale][query][0], place)
    )


def pages_of_words() -> dict[str, set[str]]:
    """The pages of each term of the glossary, with its other names, and of each word in the front matter of pages."""
    found: dict[str, set[str]] = {}
    for place, words in words_by_place().items():
        for word in words:
            found.setdefault(word.lower(), set()).add(place.partition("#")[0])
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_words_of_a_place_bring_its_page_first(locale, found):
    fail_with(
        f"{locale}: {word!r} should bring {' or '.join(pages)} first, but found {found[locale][word]}"
        for word, pages in pages_of_words().items()
        if found[locale][word][0].partition("#")[0] not in pages
    )


def variants(said: str) -> list[str]:
    """A message as others meet it: other numbers, shapes, names, devices and versions, cut, or after its traceback."""
    message = re.sub(r"^\w*(Error|Warning): ", "", said)
    return [
        message,
        TRACEBACK + said,
        re.sub(r"\d+", lambda number: str(int(number[0]) + 7), said),
        re.sub(r"\[[\d, ]*\]", "[64, 3, 224, 224]", said),
        re.sub(NODE, "NativeBatchNormBackward0", said),
        re.sub(NODE, "Sqrt", said),
        said.replace("torch.FloatTensor", "torch.cuda.HalfTensor").replace("cpu", "cuda:0"),
        message.lower(),
        re.sub(r"[`']", '"', message),
    ]


def cut(said: str) -> str:
    """The beginning that fits a field of 40 characters."""
    return re.sub(r"^\w*(Error|Warning): ", "", said)[:40].rpartition(" ")[0]


def begins_like(text: str, other: Case) -> bool:
    """Whether a case's message has this in it too, with other names."""
    pattern = re.sub(r"[A-Z]\w+", r"\\w+", re.escape(text))
    return re.search(pattern, f"{other.said} {other.heading}") is not None


def cases_of_messages(locale: str) -> dict[str, list[str]]:
    """The cases of each variant of each message."""
    found: dict[str, list[str]] = {}
    for case in cases(locale):
        for variant in variants(case.said):
            found.setdefault(variant, []).append(case.address)
        if len(cut(case.said).split()) > 3:
            begun = cut(case.said)
            found[begun] = [other.address for other in cases(locale) if begins_like(begun, other)]
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_message_in_any_variant_brings_its_case_first(locale, found):
    fail_with(
        f"{locale}: {query!r} should bring {' or '.join(places)} first, but found {found[locale][query][:2]}"
        for query, places in cases_of_messages(locale).items()
        if found[locale][query][:1] and found[locale][query][0] not in places
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_search_in_the_field(locale, server, chromium):
    """The index comes only when somebody searches; a pasted message is shown whole; an unknown one is said to be so."""
    case = next(case for case in cases(locale) if case.anchor == "no-graph")
    page = chromium.new_page(viewport=browser.DESKTOP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.url}{folder(locale)}")
    assert not any(INDEX.search(url) for url in asked)
    page.locator(".md-search__input").click()
    first = browser.search(page, case.said)[0]
    assert first[1].endswith(case.address) or first[0].endswith(case.address), first
    assert case.said.partition(": ")[2] in page.locator(".md-search-result__item").first.inner_text()
    assert page.locator(".search-unknown").count() == 0
    for message in QUERIES["unknown"]:
        assert len(browser.search(page, message)) <= 3, message
        page.locator(".search-unknown").wait_for()
        assert message.partition(": ")[2][:30] in page.locator(".search-unknown a").evaluate(
            "link => decodeURIComponent(link.href.replaceAll('+', ' '))"
        )
    page.close()


def test_index_reads_as_text(server):
    """Formulas are TeX in the index, and no block keeps the number of a note."""
    for locale in LOCALES:
        docs = json.loads((server.folder / folder(locale) / "search/search_index.json").read_text("utf-8"))["docs"]
        text = "".join(doc["title"] + doc["text"] for doc in docs)
        assert "\\partial" in text and "\ue000" not in text and "# (1)!" not in text
