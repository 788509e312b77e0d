"""Finish the theme's HTML: absolute alternates, names for screen readers, no waiting for scripts, a strict policy.

What the theme gets wrong is mended here, and what its scripts would build is built; each edit stops the build when it no
longer finds its place.
"""

import base64
import hashlib
import re
from typing import Any
from urllib.parse import urljoin

from book import BookError
from book.site.edits import Document, following

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
NOTE = re.compile(r"# \((\d+)\)!?")
OUTPUT = re.compile(r"\blanguage-(?:text|pytb)\b")
# Sizes are estimated only where a page is read from its top.
FIRST = (
    'document.documentElement.className="js"+'
    '(location.hash||performance.getEntriesByType("navigation")[0]?.type!="navigate"?"":" estimate")'
)
KEPT = re.compile(r"(<(?:pre|script|textarea)\b.*?</(?:pre|script|textarea)>)", re.DOTALL)


def finish_html(document: Document) -> None:
    """Do everything but the policy, which other steps would break."""
    make_alternates_absolute(document)
    name_widgets(document)
    show_palette(document)
    finish_article(document)
    wrap_tables(document)
    defer_scripts(document)


def make_alternates_absolute(document: Document) -> None:
    """Search engines want absolute alternates.

    The theme fetches a sitemap beside every `link[rel=alternate]`. That selector is exact, HTML's token list is not:
    the space keeps the fetch away.
    """
    for link in document.exactly("link[rel=alternate][hreflang]", "alternate languages", 2):
        link.attrs["href"] = urljoin(str(document.url), str(link.attributes["href"]))
        link.attrs["rel"] = "alternate "


def name_widgets(document: Document) -> None:
    """Give the search dialog its name, and the way to the page one that the contents beside it do not have."""
    (dialog,) = document.exactly("[data-md-component=search][role=dialog]", "name of the search dialog")
    (field,) = document.exactly("input.md-search__input[aria-label]", "name of the search dialog")
    dialog.attrs["aria-label"] = field.attributes["aria-label"]
    for path in document.tree.css("nav.md-path[aria-label]"):
        path.attrs["aria-label"] = "Breadcrumbs" if document.english else "所在位置"
    # Else each heading is read with a pilcrow. The contents lead there too.
    for link in document.tree.css("a.headerlink"):
        link.attrs["aria-hidden"], link.attrs["tabindex"] = "true", "-1"
    for label in document.tree.css('label.md-nav__link[tabindex=""]'):
        del label.attrs["tabindex"]  # the theme writes it on the names of open sections; an empty one is no number
    if document.tree.css_first("#__toc") is None:
        for label in document.tree.css("label[for=__toc]"):
            del label.attrs["for"]  # a part's first page has no such switch


def show_palette(document: Document) -> None:
    """Show the button that changes the colours from the start: the theme unhides one late, which moves its neighbours."""
    (button,) = document.exactly("label[for=__palette_1][hidden]", "first button of the palette")
    del button.attrs["hidden"]


def finish_article(document: Document) -> None:
    """Give the article what the theme's scripts would build: copy buttons, numbered notes, and its sections."""
    article = document.tree.css_first("article")
    if article is None:
        return
    number = 0
    for block in article.css(".highlight:has(> pre > code)"):
        output = bool(OUTPUT.search(block.attributes["class"]))
        number += not output
        number_notes(block, document)
        block.css_first("code").insert_before(copy_button(document, number, output), move=True)
    for heading in article.css("h2")[1:]:
        wrap_section(document, heading)


def number_notes(block: Any, document: Document) -> None:
    """Set the number of a note where `# (1)!` stands in the code, and the list that explains it below the output."""
    marks = [(mark, note) for mark in block.css("span.c1") if (note := NOTE.fullmatch(mark.text()))]
    for mark, note in marks:
        mark.attrs["class"] = "note"
        mark.attrs["data-note"] = note[1]
        mark.inner_html = ""
    if not marks:
        return
    notes = following(block)
    if notes is None or notes.tag != "ol":
        raise BookError(f"{document.path}: no list explains the notes in the code: {block.text()[:80]}")
    notes.attrs["class"] = "notes"
    output = following(notes)
    if output is not None and OUTPUT.search(output.attributes.get("class") or ""):
        output.insert_after(notes, move=True)


def copy_button(document: Document, number: int, output: bool) -> Any:
    """The button of a block: read aloud, it says which block of code it copies, or the output of which."""
    names = ("Copy code", "Copy output") if document.english else ("复制代码", "复制输出")
    label = f"{names[output]} {number}"
    button = (
        f'<button type="button" class="md-code__button" data-md-type="copy" data-copy aria-label="{label}"></button>'
    )
    return document.element("span", {"class": "md-code__nav"}, button)


def wrap_section(document: Document, heading: Any) -> None:
    """Put a heading and what follows it, up to the next one, into a section, which can be laid out when it comes near."""
    section: Any = document.element("section", {})
    heading.insert_before(section, move=True)
    node = heading
    while node is not None and (node is heading or node.tag != "h2"):
        node, moved = node.next, node
        section.insert_child(moved, move=True)


def wrap_tables(document: Document) -> None:
    """Wrap tables as the theme's script would, which then leaves these alone: what moves is styled and laid out anew."""
    for table in document.tree.css("table:not([class])"):
        outer: Any = document.element("div", {"class": "md-typeset__scrollwrap"})
        inner: Any = document.element("div", {"class": "md-typeset__table"})
        table.insert_before(outer, move=True)
        outer.insert_child(inner, move=True)
        outer.first_child.insert_child(table, move=True)
        table.attrs["class"] = "table"
        label_cells(table)


def label_cells(table: Any) -> None:
    """Repeat each column's heading in its cells, where a narrow screen can show it: see `.table--stacked` in site.css."""
    heads = [" ".join(head.text().split()) for head in table.css("thead th")]
    if len(heads) < 3 or table.css_first("thead mjx-container"):
        return
    table.attrs["class"] = "table table--stacked"
    for row in table.css("tbody tr"):
        for cell, head in zip(row.css("td"), heads, strict=True):
            cell.attrs["data-head"] = head


def defer_scripts(document: Document) -> None:
    """Let the page be shown before scripts run, but with the class that decides its layout."""
    (charset,) = document.exactly("meta[charset]", "head of the page")
    charset.insert_after(document.element("script", {}, FIRST), move=True)
    for script in document.tree.css("script[src]"):
        script.attrs["defer"] = ""


def add_policy(document: Document, offline: bool) -> None:
    """Add the Content-Security-Policy, with a hash for each script that stands in the page."""
    policy = dict(POLICY)
    scripts = [script.text() for script in document.tree.css("script:not([src]):not([type])")]
    for script in dict.fromkeys(scripts):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy["script-src"] += f" 'sha256-{digest}'"
    if offline:  # a file has no origin, so `'self'` is nothing there
        policy = {name: sources.replace("'self'", "file:") for name, sources in policy.items()}
    content = "; ".join(f"{name} {sources}" for name, sources in policy.items())
    (charset,) = document.exactly("meta[charset]", "place of the policy")
    charset.insert_after(
        document.element("meta", {"http-equiv": "Content-Security-Policy", "content": content}), move=True
    )


def text_of(document: Document) -> str:
    """The HTML, without the blanks that templates leave at the beginnings of lines, but with those that a reader sees."""
    parts = KEPT.split(document.tree.html)
    parts[::2] = [re.sub(r"\n\s+", "\n", part) for part in parts[::2]]
    return "".join(parts).lstrip()
