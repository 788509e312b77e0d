"""What a build finds in `.cache` changes nothing: the site has the same bytes as one that was built without."""

import shutil
from pathlib import Path

from tests.site import browser
from tests.small_book import copy_book


def build(book: Path, name: str) -> dict[str, bytes]:
    """Build the book, and return its files."""
    site = book / name
    browser.build(site, root=book, SOURCE_DATE_EPOCH="1700000000")
    return browser.files(site)


def test_a_warm_build_gives_the_bytes_of_a_cold_one(tmp_path):
    """Also when a formula has been added before all others, and one is gone."""
    book = copy_book(tmp_path / "book")
    kept = book / ".cache" / "book"
    before = build(book, "before")
    assert sorted(folder.name for folder in kept.iterdir()) == ["code", "fonts", "formulas"]
    assert build(book, "again") == before
    for page in book.glob("docs/*/understand/gradient.md"):
        head, formula, rest = page.read_text("utf-8").partition("$x$")
        assert formula, f"{page} no longer has this formula: choose another"
        page.write_text(f"{head}$\\aleph_0$ $w$ {rest}", "utf-8")
    warm = build(book, "warm")
    assert warm != before
    shutil.rmtree(kept)
    assert build(book, "cold") == warm
    assert [len(list(folder.iterdir())) for folder in kept.iterdir()] == [1, 1, 1]
