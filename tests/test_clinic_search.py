"""A message that is pasted into the site's search brings its case first, in both languages."""

import json
import re

import pytest

from book.clinic import Case, cases
from book.paths import LOCALES
from tests import browser
from tests.support import fail_with

INDEX = "search/search_index.json"
PHRASE = re.compile(r"[\u4e00-\u9fff]{1,4}|[^\W\u4e00-\u9fff]+")  # fewer than three of these are words, see search.js


def folder(locale: str) -> str:
    return "" if locale == "zh" else f"{locale}/"


def words(text: str) -> str:
    """A heading as the search compares it: its words, without markup and without where Chinese was cut."""
    return " ".join(re.findall(r"\w+", re.sub(r"<[^>]+>|\u200b|&\w+;", "", text).lower()))


def beginning(case: Case, titles: dict[str, str]) -> str:
    """The shortest beginning of a heading that no other heading of the site has: whole words, enough for a phrase."""
    others = [title for address, title in titles.items() if address != case.address]
    parts = case.heading.split(" ")
    for n in range(1, len(parts) + 1):
        begun = " ".join(parts[:n])
        if len(PHRASE.findall(begun)) > 2 and not any(title.startswith(words(begun)) for title in others):
            return begun
    raise ValueError(f"{case.place}: another heading of the site begins with this one")


@pytest.mark.parametrize("locale", LOCALES)
def test_pasted_message_brings_its_case_first(locale, server, chromium):
    root = server.url + folder(locale)
    index = json.loads((server.folder / folder(locale) / INDEX).read_text("utf-8"))
    titles = {doc["location"]: words(doc["title"]) for doc in index["docs"]}
    wrong = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(root)
    page.locator(".md-search__input").click()
    for case in cases(locale):
        for query in (case.said, beginning(case, titles)):
            first = next(iter(browser.search(page, query)), [])
            sections = [address.removeprefix(root) for address in first if "#" in address]
            if sections[:1] != [case.address]:
                wrong.append(f"{case.place}: {query!r} brings {first[:2] or 'nothing'} first")
    context.close()
    fail_with(wrong)
