"""A page has one name: where a link stands for the page, in a list or after `Read first`, it says what the menu or the page's heading says."""

import re
from collections.abc import Iterator

import pytest

from book.pages import body, front_matter, pages
from book.paths import DOCS, LOCALES, relative
from tests.support import fail_with

LINK = r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)#?\s]+\.md)\)"
OPENS_ITEM = re.compile(rf"^\s*(?:[-*]|\d+\.) {LINK}(?=[:：.。,，;；]|$)")
READ_FIRST = ("先读：", "Read first:")


def plain(name: str) -> str:
    """A name without code, formulas, an article, what is the same for a whole part, or capitals."""
    name = re.sub(r"\$v\^\{\\mathsf T\} J\$", "vᵀJ", name)
    return re.sub(r"^(?:the |a |an |torch\.(?=autograd\.))|[`$]|=True$", "", re.sub(r"[`$]", "", name).lower())


def names(page) -> set[str]:
    """What a page may be called: its name in the menu, its heading, and the heading as far as its colon."""
    heading = next(line for line in body(page) if line.startswith("# ")).removeprefix("# ").partition(" {")[0]
    return {plain(name) for name in (front_matter(page)["menu"], heading, re.split("[：:]", heading)[0])}


def renamed(locale: str) -> Iterator[str]:
    """Links that stand for a page under another name."""
    for page in pages(locale):
        for number, line in enumerate(body(page), 1):
            first, *_ = line.partition("。" if locale == "zh" else ". ")
            found = re.findall(LINK, first) if line.startswith(READ_FIRST) else OPENS_ITEM.findall(line)
            for text, target in found:
                of_page = (page.parent / target).resolve()
                if plain(text) not in names(of_page):
                    menu = front_matter(of_page)["menu"]
                    yield f"{relative(page)}:{number}: [{text}] leads to {target}, which the menu calls {menu}"


@pytest.mark.parametrize("locale", LOCALES)
def test_links_say_the_names_of_pages(locale):
    fail_with(renamed(locale))


def test_names_differ():
    for locale in LOCALES:
        menu = [front_matter(page)["menu"] for page in (DOCS / locale).rglob("*.md") if page.stem != "index"]
        assert len({*menu}) == len(menu)
