"""Ways to edit what others wrote: an edit that does not find its place stops the build."""

import re
from collections.abc import Callable
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from book import BookError
from book.markdown.formulas import PLACE

CHANGED = "What wrote this has changed: compare it with what the edit looks for, and adapt the step"


def replace_exactly(text: str, purpose: str, pattern: str, replacement: str | Callable) -> str:
    """Replace a pattern that must occur exactly once; `purpose` says what the edit is for."""
    text, found = re.subn(pattern, replacement, text, flags=re.DOTALL)
    if found != 1:
        raise BookError(f"{purpose}: expected 1 place, found {found}. {CHANGED}.")
    return text


class Document:
    """A page as a tree.

    Attributes:
        path: its place below the site's folder.
        url: its address.
        formulas: the numbers of the formulas in it.
        tree: its elements; where a formula belongs stands the formula's number.
    """

    def __init__(self, path: str, text: str, url: str):
        self.path = path
        self.formulas = sorted({int(number) for number in PLACE.findall(text)})
        self.tree: Any = LexborHTMLParser(text)
        canonical = self.tree.css_first("link[rel=canonical]")
        self.url = canonical.attributes["href"] if canonical else url

    @property
    def english(self) -> bool:
        return self.tree.css_first("html").attributes["lang"] == "en"

    def exactly(self, selector: str, purpose: str, count: int = 1) -> list[LexborNode]:
        """The elements that a selector finds, which must be exactly `count`; `purpose` says what they are edited for."""
        found = self.tree.css(selector)
        if len(found) != count:
            raise BookError(f"{self.path}: {purpose}: expected {count} of {selector}, found {len(found)}. {CHANGED}.")
        return found

    def element(self, tag: str, attributes: dict[str, str], inner: str = "") -> LexborNode:
        """A new element, to be put somewhere."""
        node = self.tree.create_node(tag)
        for name, value in attributes.items():
            node.attrs[name] = value
        if inner:
            node.inner_html = inner
        return node


def following(node: Any) -> Any:
    """The element that follows another, without the text between; None if none does."""
    node = node.next
    while node is not None and not node.is_element_node:
        node = node.next
    return node
