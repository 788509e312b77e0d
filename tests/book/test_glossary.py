"""docs/glossary.yml holds every term in both languages, leads to what is there, and pages keep to its words."""

import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest

from book.glossary import SOURCE, forms, pattern, terms
from book.markdown.tables import glossary
from book.markdown.tooltips import Tooltips
from book.pages import pages
from book.parity import outline
from book.paths import DOCS, LOCALES, relative
from book.prose import Line, prose
from tests.support import fail_with

TERMS = terms()
KEYS = {"term", "also", "avoid", "definition", "cut"}


def line_of(name: str) -> int:
    """Where a term begins in the glossary's file."""
    return SOURCE.read_text("utf-8").splitlines().index(f"{name}:") + 1


def anchors(page: Path) -> set[str]:
    return {part.what.partition("#")[2].lstrip("# ") for part in outline(page) if part.kind == "heading"}


def incomplete(terms: dict[str, dict]) -> Iterator[str]:
    """Terms that lack a language, its word or its meaning, or hold what nothing reads."""
    for name, term in terms.items():
        place = f"{relative(SOURCE)}:{line_of(name)}: {name}"
        if not isinstance(term.get("page"), str):
            yield f"{place} has no page: name the one that defines it"
        for locale in LOCALES:
            word = term.get(locale) or {}
            for key in ("term", "definition"):
                if not word.get(key):
                    yield f"{place} has no {key} in {locale}: write it"
            for key in sorted(set(word) - KEYS):
                yield f"{place} has {key!r} in {locale}, which nothing reads: {', '.join(sorted(KEYS))} are read"


def lost(terms: dict[str, dict]) -> Iterator[str]:
    """Terms whose page, or its anchor, is not there."""
    for name, term in terms.items():
        place = f"{relative(SOURCE)}:{line_of(name)}: {name}"
        path, _, anchor = term["page"].partition("#")
        for page in (DOCS / locale / path for locale in LOCALES):
            if not page.exists():
                yield f"{place}: {relative(page)} is not there"
            elif anchor and anchor not in anchors(page):
                yield f"{place}: {relative(page)} has no heading with the anchor #{anchor}"


def doubled(terms: dict[str, dict]) -> Iterator[str]:
    """Words that two terms claim, or that one term uses and another forbids."""
    for locale in LOCALES:
        used: dict[str, str] = {}
        for name, term in terms.items():
            for form in forms(term[locale]):
                if (other := used.setdefault(form.lower(), name)) != name:
                    yield f"{relative(SOURCE)}:{line_of(name)}: {form} belongs to {other} already"
        for name, term in terms.items():
            for word in term[locale].get("avoid", []):
                if word.lower() in used:
                    yield f"{relative(SOURCE)}:{line_of(name)}: {word} is to be avoided, and is a form of {used[word.lower()]}"


def forbidden(lines: list[Line], locale: str) -> Iterator[str]:
    """Where prose uses a word that the glossary says to avoid."""
    instead = {word.lower(): term[locale]["term"] for term in TERMS.values() for word in term[locale].get("avoid", [])}
    find = pattern(tuple(instead))
    for line in lines:
        for match in find.finditer(line.text):
            term = instead[" ".join(match[1].lower().split())]
            yield f"{line.place}: {match[0]}: this book says {term} (see {relative(SOURCE)})"


def test_every_term_is_in_both_languages():
    fail_with(incomplete(TERMS))


def test_every_term_leads_somewhere():
    fail_with(lost(TERMS))


def test_words_belong_to_one_term():
    fail_with(doubled(TERMS))


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_use_the_words_of_the_glossary(locale):
    fail_with(found for page in pages(locale) for found in forbidden(prose(page), locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_glossary_keeps_to_its_own_words(locale):
    lines = [Line(f"{relative(SOURCE)}:{line_of(name)}", term[locale]["definition"]) for name, term in TERMS.items()]
    fail_with(forbidden(lines, locale))


def test_a_forbidden_word_is_found():
    (found,) = forbidden([Line("a.md:3", "把雅克比矩阵乘进去")], "zh")
    assert found.startswith("a.md:3: 雅克比: this book says 雅可比矩阵")
    (found,) = forbidden([Line("a.md:4", "Two Leaf\nnodes.")], "en")
    assert found.startswith("a.md:4: Leaf\nnodes: this book says leaf tensor")
    assert not list(forbidden([Line("a.md:5", "雅可比矩阵、叶子张量")], "zh"))


def test_missing_parts_are_found():
    page = {"page": "understand/gradient.md#jacobian"}
    whole = page | {locale: {"term": "J", "definition": "…"} for locale in LOCALES}
    assert not list(incomplete({"jacobian": whole}))
    assert len(list(incomplete({"jacobian": page}))) == 4
    assert not list(lost({"jacobian": page}))
    assert len(list(lost({"jacobian": {"page": "understand/gradient.md#nowhere"}}))) == 2
    assert len(list(lost({"jacobian": {"page": "nowhere.md"}}))) == 2
    assert len(list(doubled({"jacobian": whole, "vjp": whole}))) == 2


def explain(text: str, locale: str) -> str:
    """What the site makes of Markdown, with tooltips."""
    md = markdown.Markdown(
        extensions=["pymdownx.arithmatex"], extension_configs={"pymdownx.arithmatex": {"generic": True}}
    )
    md.treeprocessors.register(Tooltips(md, locale), "tooltips", 3)
    return md.convert(text)


def test_tooltips_stand_at_the_first_occurrence_in_prose():
    text = "# 张量\n\n[张量](#)`张量`一个张量，又一个张量。**偏导数**"
    explained = explain(text, "zh")
    assert explained.startswith('<h1>张量</h1>\n<p><a href="#">张量</a><code>张量</code>一个<abbr tabindex="0" title="')
    assert explained.endswith('">偏导数</abbr></strong></p>')
    assert explained.count("<abbr") == 2
    plain = re.sub(r"</?abbr[^>]*>", "", explained)
    assert (
        plain
        == '<h1>张量</h1>\n<p><a href="#">张量</a><code>张量</code>一个张量，又一个张量。<strong>偏导数</strong></p>'
    )


def test_tooltips_leave_formulas_and_parts_of_words_alone():
    explained = explain("$\\text{a vector}$ vectorised  \nTwo vectors", "en")
    assert explained.endswith('">vectors</abbr></p>')
    assert explained.count("<abbr") == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_has_a_row_for_each_term(locale):
    rows = glossary(locale).splitlines()[2:]
    assert len(rows) == len(TERMS)
    for row, (name, term) in zip(rows, TERMS.items()):
        assert row.startswith(f"| [{term[locale]['term']}](../{term['page']}){{ #{name} }}")
        assert row.count(" | ") == 2
