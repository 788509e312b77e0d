"""How pages are written: Chinese typography, English spelling, and numbers that were computed."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import autocorrect_py
import pytest
from spellchecker import SpellChecker

from book.pages import Example, examples, front_matter, pages
from book.paths import DOCS, LOCALES, relative
from book.prose import Line, prose, prose_lines
from tests.support import fail_with

autocorrect_py.load_config('{"rules": {"space-dash": 0}}')  # type: ignore[attr-defined]  # 向量-雅可比积 is one word
WORDS = Path(__file__).with_name("words.txt")
HAN = r"[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"(?<={HAN})[,;:!?()](?!\w)|(?<={HAN})\(|[,;:!?()](?={HAN})")
WORD = re.compile(r"(?<!\w)[A-Za-z]+(?:['’][A-Za-z]+)*(?!\w)")  # not v₁, vᵀJ, float64: symbols
NUMBER = re.compile(r"(?<![\w.])\d+\.\d+(?:e[+-]?\d+)?(?![\w.]*\w)|(?<![\w.])\d+(?![\w.]*\w)")
DECIMAL = re.compile(r"(?<![\w.])(?<!torch )\d+\.\d+(?![\w.]*\w)")
LINK_TARGET = re.compile(r"\[[^\[\]]*\]\(https?:[^)]*\)|\]\([^)]*\)")
# Claims about all cases. A section that makes one shows the case, computes it, names a source, or says where it stops.
ABSOLUTE = {
    "en": re.compile(r"\b(?:always|never|any|every|only|exactly|cannot)\b", re.IGNORECASE),
    "zh": re.compile("总是|永远|从不|任何|一切|所有|只有|完全|不会"),
}
SUPPORT = re.compile(r'--8<-- "|\]\([^)]*#limits\)|\]\(https?:')
LIMITS = "{ #limits }"
OF_OTHERS = re.compile(
    r"`[^`]+`|\[(?:[^\[\]]|\[[^\]]*\])*\]\([^)]*\)|[“\"][^“”\"]*[”\"]"
)  # code, link texts, quotations


def untidy(lines: Iterable[Line]) -> Iterator[str]:
    """Chinese with a space too few or too many, or with punctuation of the wrong width."""
    for line in lines:
        for fault in autocorrect_py.lint_for(line.text, "text").lines:
            yield f"{line.place}: write {fault.new.strip()!r}, not {fault.old.strip()!r}"
        for mark in HALF_WIDTH.finditer(line.text):
            around = line.text[max(mark.start() - 8, 0) : mark.end() + 8]
            yield f"{line.place}: {mark[0]!r} is half as wide as Chinese punctuation, in {around!r}"


@cache
def spelling() -> SpellChecker:
    """An English dictionary, with the words of the field."""
    checker = SpellChecker()
    checker.word_frequency.load_words(WORDS.read_text("utf-8").split())
    return checker


def plain(word: str) -> str:
    """A word as dictionaries have it: no possessive, a straight apostrophe."""
    return word.replace("’", "'").removesuffix("'s")


def misspelt(lines: Iterable[Line]) -> Iterator[str]:
    checker = spelling()
    for line in lines:
        for word in map(plain, WORD.findall(line.text)):
            if checker.unknown([word]):
                yield f"{line.place}: {word}: not in the dictionary; mend it, or add it to {relative(WORDS)}"


def sections(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The lines of a page, numbered, divided at its headings of the second level."""
    starts = [index for index, (_, line) in enumerate(lines) if line.startswith("## ")]
    for start, end in zip([0, *starts], [*starts, len(lines)]):
        yield lines[start:end]


def unsupported(page: Path, locale: str) -> Iterator[str]:
    """Absolute words in sections without a recording, a source or a link to limits; a page's limits support its lead."""
    text = page.read_text("utf-8")
    typed = {number for number, line in prose_lines(page)}
    for section in sections(list(enumerate(text.splitlines(), 1))):
        whole = "\n".join(line for _, line in section)
        is_lead = not whole.startswith("## ")
        if SUPPORT.search(whole) or LIMITS in whole or (is_lead and LIMITS in text):
            continue
        for number, line in section:
            found = ABSOLUTE[locale].search(OF_OTHERS.sub("", line))
            if number in typed and found and not line.startswith(("#", "- [", "title:", "description:")):
                yield f"{relative(page)}:{number}: “{found[0]}” in a section that shows nothing: scope the sentence, or show it"


def numbers(shown: Iterable[Example]) -> set[Decimal]:
    """Every number in the snippets and recordings of a page; of a picture, those that it shows as text."""
    found = set()
    for example in shown:
        for file in filter(None, (example.snippet, example.recording)):
            text = file.read_text("utf-8")
            if file.suffix == ".svg":
                text = " ".join(re.findall(r">([^<]+)<", text))
            found |= {Decimal(number) for number in NUMBER.findall(text)}
    return found


def uncomputed(lines: Iterable[tuple[str, str]], computed: set[Decimal]) -> Iterator[str]:
    """Decimal numbers that no snippet of the page holds or prints, not even with more digits."""
    for place, line in lines:
        for number in DECIMAL.findall(LINK_TARGET.sub("]", line)):
            half = Decimal(5).scaleb(int(Decimal(number).as_tuple().exponent) - 1)
            if not any(abs(Decimal(number) - value) <= half for value in computed):
                yield f"{place}: {number} is in no snippet or recording of this page; compute it, or leave it out"


def places(page: Path) -> Iterator[tuple[str, str]]:
    return ((f"{relative(page)}:{number}", line) for number, line in prose_lines(page))


def test_chinese_typography():
    fail_with(found for page in pages("zh") for found in untidy(prose(page, code="code", formula="x")))


def test_english_spelling():
    fail_with(found for page in pages("en") for found in misspelt(prose(page)))


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(DOCS)))
def test_numbers_in_prose_are_computed(page):
    fail_with(uncomputed(places(page), numbers(examples(page))))


@pytest.mark.parametrize("locale", LOCALES)
def test_absolute_words_are_accounted_for(locale):
    claiming = [page for page in pages(locale) if page.parent.name != "reference"]
    fail_with(found for page in claiming for found in unsupported(page, locale))


def test_every_page_on_torch_says_where_it_stops():
    """The pages of these parts, but for their first pages, notebooks, and what is mathematics alone."""
    parts = ("understand", "parameters", "uses", "higher", "engine")
    told = [page for page in pages() if page.parent.name in parts and page.stem not in ("index", "chain")]
    fail_with(
        f"{relative(page)}:1: say where its claims stop, in a section {LIMITS} with a block"
        for page in told
        if front_matter(page)["kind"] == "page"
        and not (LIMITS in (text := page.read_text("utf-8")) and '--8<-- "' in text.partition(LIMITS)[2])
    )


def test_dictionary_holds_only_what_it_must():
    words = WORDS.read_text("utf-8").split()
    assert words == sorted(words), f"{relative(WORDS)}: keep the words in order (LC_ALL=C sort -u)"
    known = SpellChecker()
    used = {word for page in pages("en") for line in prose(page) for word in WORD.findall(line.text)}
    used = {plain(word).lower() for word in used}
    fail_with(
        f"{relative(WORDS)}:{number}: {word}: {'the dictionary has it' if word in known else 'no page uses it'}; remove it"
        for number, word in enumerate(words, 1)
        if word in known or word not in used
    )


@pytest.mark.parametrize("text", ["梯度and", "有3个", "梯度,再来", "是吗?对", "叶子(张量)", "`x`的", "第 1行"])
def test_untidy_chinese_is_found(text):
    assert list(untidy([Line("a.md:1", text.replace("`x`", "code"))]))


def test_tidy_chinese_passes():
    assert not list(untidy([Line("a.md:1", "梯度 code 有 3 个：（1, 2），“叶子”；code，x。是 Jacobian matrix。")]))


def test_a_misspelt_word_is_found():
    (found,) = misspelt([Line("a.md:7", "The Jacobian’s gradeint, PyTorch's own; don’t.")])
    assert found.startswith("a.md:7: gradeint: ")


def test_an_uncomputed_number_is_found():
    computed = {Decimal("1.1000"), Decimal("0.33333"), Decimal(2)}
    lines = [("a.md:1", "1.1, 0.33, 2.0, torch 2.13, 2.13.0, x1.5, [§](#1.5)"), ("a.md:2", "$0.34$")]
    (found,) = uncomputed(lines, computed)
    assert found.startswith("a.md:2: 0.34 is in no snippet")


def test_prose_is_what_the_page_says(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: A title\nhide: [toc]\n---\n# Head { #head }\n\n- **Bold** `code` [link](a.md)\n\n$$\nx = 1.5\n$$\n\n"
        '<div role="img" aria-label="A picture">\n</div>\n\n```python\n--8<-- "understand/gradient/clean.py"\n```\n\n[Theirs](https://example.org)\n'
    )
    said = [line.text for line in prose(page) if line.text]
    assert said == ["A title", "Head", "Bold § link", "A picture", "§"]


def test_an_absolute_word_without_support_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# Page\n\n**It is always so.**\n\n## Shown { #shown }\n\nNever.\n\n```python\n"
        '--8<-- "understand/gradient/clean.py"\n```\n\n## Told { #told }\n\n[Only](a.md) `any`.\n\nEvery time.\n'
    )
    first, second = unsupported(page, "en")
    assert "page.md:3: “always”" in first and "page.md:17: “Every”" in second
