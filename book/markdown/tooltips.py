"""Put a tooltip on the first occurrence of each of the glossary's terms on a page."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from book.glossary import forms, pattern, terms

# Where a tooltip would be wrong (formulas, code, pictures) or inside something that is operated (links, buttons).
NEVER_INSIDE = {"a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre", "summary"}
NEVER_IN_CLASS = {"arithmatex", "lab"}


class Tooltips(Treeprocessor):
    """Works on the page's own text; what is written as raw HTML has no tooltips."""

    def __init__(self, md: Markdown, locale: str):
        super().__init__(md)
        self.terms = {name: term[locale] for name, term in terms().items()}
        self.names = {form.lower(): name for name, term in self.terms.items() for form in forms(term)}
        self.find = pattern(tuple(self.names))
        self.seen: set[str] = set()

    def run(self, root: Element) -> None:
        self.explain_in(root)

    def explain_in(self, parent: Element) -> None:
        """Explain the terms in an element's text and in what follows each of its children, in reading order."""
        children = list(parent)
        parent.text, found = self.split(parent.text)
        for position, tip in enumerate(found):
            parent.insert(position, tip)
        for child in children:
            if child.tag not in NEVER_INSIDE and not NEVER_IN_CLASS & set((child.get("class") or "").split()):
                self.explain_in(child)
            child.tail, found = self.split(child.tail)
            position = list(parent).index(child) + 1
            for tip in reversed(found):
                parent.insert(position, tip)

    def split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """A text up to its first new term, and an element for each new term, followed by the text after it."""
        if not text or isinstance(text, AtomicString):
            return text, []
        tips: list[Element] = []
        before, end = text, 0
        for match in self.find.finditer(text):
            name = self.names[" ".join(match[1].lower().split())]
            if name in self.seen:
                continue
            self.seen.add(name)
            between = text[end : match.start()]
            if tips:
                tips[-1].tail = between
            else:
                before = between
            tip = Element("abbr", {"title": self.terms[name]["definition"], "tabindex": "0"})
            tip.text, end = match[0], match.end()
            tips.append(tip)
        if tips:
            tips[-1].tail = text[end:]
        return before, tips
