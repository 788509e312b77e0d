"""Read the built site as files: what search engines, other programs and the browser's policy rely on."""

import base64
import hashlib
import html
import re
import struct
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from book import BookError
from book.paths import ROOT
from book.site.edits import Document, replace_exactly
from tests.site import browser
from tests.site.conftest import BUILD_SETTINGS
from tests.support import fail_with

ELEMENTS = 8_000


@pytest.fixture(scope="module")
def pages(server) -> dict[str, str]:
    """The HTML of every page, by its path below the site's address."""
    return {path: (server.folder / path / "index.html").read_text("utf-8") for path in browser.sitemap(server.folder)}


def one(pattern: str, text: str) -> str:
    """The only match of a pattern."""
    (found,) = re.findall(pattern, text, re.DOTALL)
    return html.unescape(found.strip())


def test_sitemap_lists_every_page(server, pages):
    built = {path.relative_to(server.folder).parent.as_posix() for path in server.folder.rglob("index.html")}
    assert {path.rstrip("/") or "." for path in pages} == built


def test_every_file_is_a_document(server):
    """Also where a plugin might have written something else under the name of a page."""
    files = list(server.folder.rglob("*.html"))
    assert len(files) > 2
    fail_with(str(file) for file in files if not file.read_text("utf-8").lower().startswith("<!doctype html>"))


def test_each_page_has_its_own_title_description_and_address(server, pages):
    titles, descriptions = {}, {}
    for path, page in pages.items():
        titles.setdefault(one(r"<title>(.*?)</title>", page), []).append(path)
        descriptions.setdefault(one(r'<meta name="description" content="([^"]*)">', page), []).append(path)
        assert one(r'<link rel="canonical" href="([^"]*)">', page) == server.url + path
        assert one(r'<meta property="og:url" content="([^"]*)">', page) == server.url + path
    fail_with(f"{text!r} on {paths}" for text, paths in [*titles.items(), *descriptions.items()] if len(paths) > 1)


def test_previews_show_a_picture(server, pages):
    for path, page in pages.items():
        picture = one(r'<meta property="og:image" content="([^"]*)">', page)
        head = (server.folder / picture.removeprefix(server.url)).read_bytes()[:24]
        assert head.startswith(b"\x89PNG"), path
        assert struct.unpack(">II", head[16:]) == (1200, 630), path


def test_alternates_are_absolute_and_in_pairs(server, pages):
    for path, page in pages.items():
        chinese = path.removeprefix("en/")
        found = dict(re.findall(r'<link rel="alternate " href="([^"]*)" hreflang="([^"]*)">', page))
        assert found == {server.url + chinese: "zh", f"{server.url}en/{chinese}": "en"}, path
        assert re.search(rf'<html lang="{"en" if path.startswith("en/") else "zh"}"', page), path
        switch = dict(re.findall(r'<a href="([^"]*)" hreflang="([^"]*)" class="md-select__link"', page))
        there = {urljoin(server.url + path, link): language for link, language in switch.items()}
        assert there == found, path


def test_links_lead_somewhere(server, pages):
    """Every link and file of the built pages, the theme's own included, and every anchor."""

    @cache
    def anchors(file: Path) -> set[str]:
        return set(re.findall(r'\sid="([^"]+)"', file.read_text("utf-8")))

    wrong = []
    for path, page in pages.items():
        for link in set(re.findall(r'\s(?:href|src)="([^"]+)"', page)):
            target, fragment = urldefrag(urljoin(server.url + path, html.unescape(link)))
            if not target.startswith(server.url):
                continue
            file = server.folder / urlsplit(target).path.removeprefix(browser.PREFIX)
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                wrong.append(f"{path}: {link} leads nowhere")
            elif fragment and file.suffix == ".html" and fragment not in anchors(file) and fragment != "__search":
                wrong.append(f"{path}: {link} leads to no place on its page")
    fail_with(wrong)


def test_policy_allows_exactly_the_scripts_of_the_page(server):
    for file in server.folder.rglob("*.html"):
        page = file.read_text("utf-8")
        policy = one(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
        assert "default-src 'self'" in policy, file
        assert "unsafe" not in policy, file
        hashes = {
            f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
            for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        }
        assert hashes == set(re.findall(r"'sha256-[^']+'", policy)), file
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=\"", page), f"{file}: inline style or handler"
        assert "<style" not in page, file


def test_markdown_beside_every_page(server, pages):
    listed = (server.folder / "llms.txt").read_text("utf-8")
    for path in pages:
        text = (server.folder / path / "index.md").read_text("utf-8")
        assert text.startswith("# "), path
        assert not re.search(r"<svg|\\class\{", text), path
        source = ROOT / "docs" / (path if path.startswith("en/") else f"zh/{path}").rstrip("/")
        source = source.with_suffix(".md") if source.with_suffix(".md").is_file() else source / "index.md"
        shown = source.read_text("utf-8").count(";--8<--")  # a page on how to write pages shows the notation
        assert text.count("--8<--") == shown, path
        assert f"({server.url}{path}index.md)" in listed, path


def test_missing_page_speaks_both_languages(server):
    page = (server.folder / "404.html").read_text("utf-8")
    assert "没有这一页" in page
    assert "Page not found" in page
    assert 'name="robots" content="noindex"' in page
    assert 'rel="canonical"' not in page


def test_no_page_has_too_many_elements(pages):
    """What a phone lays out; how long it takes is measured by benchmarks/blocking_time.py."""
    counts = {path: len(re.findall("<[a-z]", page)) for path, page in pages.items()}
    fail_with(
        f"/{path}: {count:,} elements, at most {ELEMENTS:,}" for path, count in counts.items() if count > ELEMENTS
    )


def test_formulas_are_rendered(pages):
    """None is left as TeX, and each one has its MathML."""
    formulas = 0
    for path, page in pages.items():
        containers = page.count("<mjx-container")
        assert containers == page.count("<mjx-assistive-mml>") == page.count("</math>"), path
        assert "<mjx-merror" not in page, path
        assert not re.search(
            r"\\\(|\\\[|\$\$",
            re.sub(r"<(pre|code|script)\b.*?</\1>|data-tex=\"[^\"]*\"", "", page, flags=re.DOTALL),
        ), path
        formulas += containers
    assert formulas > 20


def test_every_character_of_a_formula_is_drawn(server, pages):
    """Each is in the shared style sheet or in the page's own: nothing of a formula is left out silently."""
    for path, page in pages.items():
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
        css = "".join((server.folder / path / sheet).resolve().read_text("utf-8") for sheet in sheets)
        drawn = set(re.findall(r"\bmjx-c[0-9A-F]+\b", "".join(re.findall(r'<mjx-[^>]* class="([^"]*)"', page))))
        assert drawn <= set(re.findall(r"\bmjx-c[0-9A-F]+\b", css)), path


def test_search_is_split_by_language(server):
    chinese = (server.folder / "search/search_index.json").read_text("utf-8")
    english = (server.folder / "en/search/search_index.json").read_text("utf-8")
    assert '"location":"en/' not in chinese + english
    assert '"location":"understand/gradient/"' in chinese
    assert '"location":"understand/gradient/"' in english


def test_two_builds_are_the_same(server, tmp_path):
    browser.build(tmp_path / "again", SITE_URL=server.url, **BUILD_SETTINGS)
    first, second = browser.files(server.folder), browser.files(tmp_path / "again")
    assert first.keys() == second.keys()
    fail_with(name for name in first if first[name] != second[name])


def test_an_edit_that_finds_no_place_stops_the_build():
    assert replace_exactly("<a><b>", "letter", "<b>", "<c>") == "<a><c>"
    for text in ("<a>", "<b><b>"):
        with pytest.raises(BookError, match="letter: expected 1 place"):
            replace_exactly(text, "letter", "<b>", "<c>")
        with pytest.raises(BookError, match=r"a\.html: letter: expected 1 of b, found"):
            Document("a.html", text, "").exactly("b", "letter")
