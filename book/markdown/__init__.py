"""What the book adds to Python-Markdown, in the order in which it is done."""

from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions import Extension

from book.markdown.blocks import SetCodeAside, highlight_once
from book.markdown.formulas import CloseFormulas, RenderFormulas
from book.markdown.marks import Marks
from book.markdown.tooltips import Tooltips

if TYPE_CHECKING:
    from book.build import Page, Site


class BookExtension(Extension):
    """The steps for one page; whoever renders another page with the same extension sets `page` before."""

    def __init__(self, site: "Site"):
        super().__init__()
        self.site = site
        self.page: Page | None = None

    def extendMarkdown(self, md: Markdown) -> None:
        page = self.page
        if page is None:
            return
        # Priorities are Python-Markdown's: files are included at 32, contents listed at 5, relative links resolved at 0.
        highlight_once(md, self.site.code)
        md.preprocessors.register(CloseFormulas(md), "close_formulas", 31)
        md.treeprocessors.register(RenderFormulas(md, page, self.site.formulas), "render_formulas", 4)
        if page.meta["kind"] != "glossary":
            md.treeprocessors.register(Tooltips(md, page.locale), "tooltips", 3)
        md.treeprocessors.register(Marks(md, page, self.site), "marks", 2)
        md.treeprocessors.register(SetCodeAside(md, self.site), "set_code_aside", 1)
