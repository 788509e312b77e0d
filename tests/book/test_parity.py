"""Every page is in both languages, and both hold the same."""

import pytest

from book.pages import pages
from book.parity import differences, unpaired, without_anchor
from book.paths import DOCS
from tests.support import fail_with

PAIRS = [page.relative_to(DOCS / "zh") for page in pages("zh")]


def test_no_page_is_in_one_language_only():
    fail_with(unpaired())


@pytest.mark.parametrize("page", PAIRS, ids=str)
def test_languages_hold_the_same(page):
    zh, en = DOCS / "zh" / page, DOCS / "en" / page
    fail_with([*without_anchor(zh), *without_anchor(en), *differences(zh, en)])
