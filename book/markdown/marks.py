"""Say beside each block of code where it was last seen to pass, and what other versions of torch print.

Above a notebook page: where to get the notebook.
"""

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from book import BookError
from book.markdown.tables import VERIFICATION, anchor
from book.pages import includes
from book.paths import DOCS, relative
from book.report import DEVICES

if TYPE_CHECKING:
    from book.build import Page, Site

PLACEHOLDER = re.compile("\x02wzxhzdk:([0-9]+)\x03")
CODE = '<div class="language-python highlight">'
OUTPUT = tuple(f'<div class="language-{language} highlight">' for language in ("text", "pytb"))
PHRASES = {
    "zh": {"passed": "已在 {} 上验证", "failed": "在 {} 上未通过", "stale": "在 {} 上的验证已过期"},
    "en": {"passed": "verified on {}", "failed": "failed on {}", "stale": "outdated on {}"},
}
ELSEWHERE = {
    "zh": {"differs": "torch {} 的输出", "raises": "torch {} 运行不了这段代码"},
    "en": {"differs": "torch {} prints", "raises": "torch {} cannot run this"},
}
BRANCH = "notebooks"  # where .github/workflows/site.yml puts the notebooks: Colab opens files of a repository only
NOTEBOOK = {
    "zh": ("下载 notebook（.ipynb）", "在 Colab 中打开"),
    "en": ("Download the notebook (.ipynb)", "Open in Colab"),
}


class Marks(Treeprocessor):
    """Marks link to the block's page on the verification page, where the book has one."""

    def __init__(self, md: Markdown, page: "Page", site: "Site"):
        super().__init__(md)
        self.page, self.site = page, site

    def run(self, root: Element) -> None:
        if self.page.meta["kind"] == "notebook":
            self.offer_notebook(root)
        verification = DOCS / self.page.locale / VERIFICATION
        if verification.is_file():
            way = os.path.relpath(verification, self.page.source.parent).replace(os.sep, "/")
            self.mark_blocks(root, f"{way}#{anchor(self.page.source)}")

    def mark_blocks(self, root: Element, way: str) -> None:
        blocks = [element for element in root if self.raw(element).startswith(CODE)]
        snippets = [relative(file) for _, file in includes(self.page.source) if file.suffix == ".py"]
        if len(blocks) != len(snippets):
            raise BookError(
                f"{self.page.name}: {len(snippets)} snippets are included, but {len(blocks)} blocks of code are shown: "
                "pymdownx.superfences writes them differently now, adapt book/markdown/marks.py"
            )
        for block, snippet in zip(blocks, snippets):
            self.show_elsewhere(root, block, snippet)
            if text := self.told(snippet):
                mark = Element("p", {"class": "verified", "data-search-exclude": "1"})
                SubElement(mark, "a", {"href": way}).text = text
                root.insert(list(root).index(block), mark)

    def raw(self, element: Element) -> str:
        """The HTML that an element stands for."""
        match = PLACEHOLDER.fullmatch(element.text or "")
        return str(self.md.htmlStash.rawHtmlBlocks[int(match[1])]) if match else ""

    def show_elsewhere(self, root: Element, block: Element, snippet: str) -> None:
        """Fold what other versions print below the block and its output; the search finds it at the cases of the clinic."""
        place = list(root).index(block) + 1
        for position in (place, place + 1):  # between them may stand the block's notes
            if position < len(root) and self.raw(root[position]).startswith(OUTPUT):
                place = position + 1
                break
        for versions, outcome, text in reversed(self.site.versions.others(snippet)):
            if outcome == "differs" and "<svg" in text:
                continue  # another picture: the verification page counts it
            folded = Element("details", {"class": "versions"})
            if self.page.meta["kind"] != "clinic":
                folded.set("data-search-exclude", "1")
            SubElement(folded, "summary").text = ELSEWHERE[self.page.locale][outcome].format(versions)
            output = SubElement(folded, "div", {"class": "language-text highlight"})
            SubElement(SubElement(output, "pre"), "code").text = AtomicString(text)
            root.insert(place, folded)

    def told(self, snippet: str) -> str:
        """Where a block was seen to pass, or not to; nothing if it has not been run."""
        states = {device: self.site.report.state(self.page.name, snippet, device) for device in DEVICES}
        told = []
        for outcome, phrase in PHRASES[self.page.locale].items():
            seen = {device: result for device, (found, result) in states.items() if found == outcome}
            if seen:
                versions = sorted({result["torch"].partition("+")[0] for result in seen.values()})
                told.append(f"{phrase.format(', '.join(seen))} · torch {', '.join(versions)}")
        return "; ".join(told)

    def offer_notebook(self, root: Element) -> None:
        """Links to the notebook, below the heading; as raw HTML, for it is no page that a builder could check."""
        download, launch = NOTEBOOK[self.page.locale]
        links = [f'<a href="{self.page.source.stem}.ipynb" download>{download}</a>']
        if address := self.colab():
            links.append(f'<a href="{address}">{launch}</a>')
        line = f'<p class="notebook" data-search-exclude="1">{" · ".join(links)}</p>'
        headings = [position for position, element in enumerate(root) if element.tag == "h1"]
        if len(headings) != 1:
            raise BookError(f"{self.page.name}: a page has one heading of the first level, not {len(headings)}")
        holder = Element("p")
        holder.text = self.md.htmlStash.store(line)
        root.insert(headings[0] + 1, holder)

    def colab(self) -> str:
        """Where Colab opens the notebook; nowhere if the book is not on GitHub."""
        repository = urlsplit(self.site.repository)
        if repository.hostname != "github.com":
            return ""
        file = self.page.name.removeprefix("docs/").removeprefix("zh/").removesuffix(".md")
        name = self.page.source.stem
        return (
            f"https://colab.research.google.com/github/{repository.path.strip('/')}/blob/{BRANCH}/{file}/{name}.ipynb"
        )
