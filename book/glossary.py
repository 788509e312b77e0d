"""The words of the book: what docs/glossary.yml says of each term, and how terms are found in a text."""

import re
from functools import cache

import yaml

from book.paths import DOCS

SOURCE = DOCS / "glossary.yml"


def terms() -> dict[str, dict]:
    """The terms by their names, as the file has them now."""
    return read(SOURCE.read_text("utf-8"))


@cache
def read(text: str) -> dict[str, dict]:
    return yaml.safe_load(text)


def forms(word: dict) -> list[str]:
    """Everything that pages may call a term."""
    return [word["term"], *word.get("also", [])]


def words(locale: str) -> list[str]:
    """What the search keeps whole: every form of every term, those to avoid, and those that would be cut wrongly."""
    spoken = [term[locale] for term in terms().values()]
    return [text for word in spoken for text in (*forms(word), *word.get("avoid", []), *word.get("cut", []))]


@cache
def pattern(written: tuple[str, ...]) -> re.Pattern:
    """Find these words, the longest first, whole where they are Latin, in any case and number."""
    longest = sorted(written, key=len, reverse=True)
    texts = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)
    return re.compile(rf"(?<![A-Za-z])(?:({texts})s?)(?![A-Za-z])", re.IGNORECASE)
