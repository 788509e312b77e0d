"""Finish a site once every page of every language is there: steps over its parsed pages, in the order of `STEPS`."""

import dataclasses
from pathlib import Path

from book.build import Site
from book.markdown.blocks import put_back
from book.markdown.formulas import PLACE
from book.site import copies, css, fonts, html, notebooks, offline, scripts, search
from book.site.edits import Document


@dataclasses.dataclass
class Work:
    """What the steps hand on.

    Attributes:
        site: what is built.
        documents: its pages as trees, 404.html among them.
        formulas: the HTML of each formula by its number; it comes into the pages when these are written.
        sheets: style sheets that are not yet files, by their places below the site's folder.
        page_rules: by page, the CSS that few others need.
    """

    site: Site
    documents: list[Document]
    formulas: list[str]
    sheets: dict[str, str] = dataclasses.field(default_factory=dict)
    page_rules: dict[str, str] = dataclasses.field(default_factory=dict)


def finish_html(work: Work) -> None:
    for document in work.documents:
        html.finish_html(document)


def divide_fonts(work: Work) -> None:
    drawn = [fonts.drawn_by(formula) for formula in work.formulas]
    by_page = {
        document.path: set().union(*(drawn[number] for number in document.formulas)) for document in work.documents
    }
    work.sheets[fonts.SHEET], work.page_rules = fonts.split(work.site.formulas.style_sheet(), by_page)


def add_policies(work: Work) -> None:
    for document in work.documents:
        html.add_policy(document, work.site.offline)


def write_pages(work: Work) -> None:
    """Write each page that is not there already, so that a server sees what changed."""
    for document in work.documents:
        text = PLACE.sub(lambda match: work.formulas[int(match[1])], html.text_of(document))
        write(work.site.folder / document.path, text)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


STEPS = (
    scripts.bundle_lab,
    search.split_index,
    finish_html,
    divide_fonts,
    css.make_one_sheet,
    scripts.minify,
    add_policies,  # what changes a page's scripts comes before
    write_pages,
    copies.write_copies,
    notebooks.write_notebooks,
    offline.pack_or_offer,
)


def finish(site: Site) -> None:
    """Do all steps."""
    documents = [Document(path, put_back(text, site.blocks), site.url) for path, text in sorted(site.html.items())]
    work = Work(site, documents, list(site.formulas.html))
    site.code.write()
    for step in STEPS:
        if not (site.serving and step is add_policies):  # a server adds a script of its own afterwards
            step(work)
