"""Finish the theme's HTML: absolute alternates, names for screen readers, no waiting for scripts, a strict policy.

What the theme gets wrong is mended here, and each edit stops the build when it no longer finds its place.
"""

import base64
import hashlib
import re
from typing import Any
from urllib.parse import urljoin

from edits import edit
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from selectolax.lexbor import LexborHTMLParser

serving = False

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
CHARSET = '<meta charset="utf-8">'


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


@event_priority(-100)
def on_page_context(context, page, config, nav):
    """Let the language switch and the alternates name files, not folders: true offline and on any host."""
    for alternate in config.extra.alternate:
        if file := page.file.alternates.get(alternate["lang"]):
            alternate["link"] = file.url
    return context


def absolute_alternates(html: str, url: str) -> str:
    """Search engines want absolute alternates.

    The theme fetches a sitemap beside every `link[rel=alternate]`. That selector is exact, HTML's token list is not:
    the space keeps the fetch away.
    """
    return edit(
        html,
        "alternate languages",
        r'<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">',
        lambda match: f'<link rel="alternate " href="{urljoin(url, match[1])}" hreflang="{match[2]}">',
        times=2,
    )


def name_widgets(html: str) -> str:
    """Give the search dialog its name."""
    return edit(
        html,
        "name of the search dialog",
        r'(data-md-component="search" role="dialog")(.*?aria-label="([^"]*)" placeholder)',
        r'\1 aria-label="\3"\2',
    )


def name_path(html: str) -> str:
    """The theme names the way to the page as it names the contents beside it."""
    name = "Breadcrumbs" if '<html lang="en"' in html else "所在位置"
    return re.sub(r'(<nav class="md-path" aria-label=)"[^"]*"', rf'\1"{name}"', html)


def drop_empty_tabindex(html: str) -> str:
    """The theme writes it on the names of open sections; an empty one is no number."""
    return re.sub(r'(<label class="md-nav__link"[^>]*) tabindex=""', r"\1", html)


def show_palette(html: str) -> str:
    """Show the button that changes the colours from the start: the theme unhides one late, which moves its neighbours."""
    return edit(html, "first button of the palette", r'(for="__palette_1") hidden>', r"\1>")


def defer_scripts(html: str) -> str:
    """Let the page be shown before scripts run, but with the class that decides its layout."""
    html = edit(
        html,
        "head of the page",
        re.escape(CHARSET),
        CHARSET + f"<script>{FIRST}</script>",
    )
    return html.replace('<script src="', '<script defer src="')


def finish_article(html: str) -> str:
    """Give the article what the theme's scripts would build: copy buttons, numbered notes, and its sections."""
    tree: Any = LexborHTMLParser(html)
    if article := tree.css_first("article"):
        label = "Copy" if tree.css_first("html").attributes["lang"] == "en" else "复制"
        for block in article.css(".highlight:has(> pre > code)"):
            number_notes(block)
            block.css_first("code").insert_before(copy_button(tree, label))
        for heading in article.css("h2")[1:]:
            wrap_section(tree, heading)
    return tree.html


def number_notes(block) -> None:
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
        raise PluginError(f"no list explains the notes in the code: {block.text()[:80]}")
    notes.attrs["class"] = "notes"
    output = following(notes)
    if output is not None and OUTPUT.search(output.attributes.get("class") or ""):
        output.insert_after(notes, move=True)


def following(node):
    """The element that follows another, without the text between."""
    node = node.next
    while node is not None and not node.is_element_node:
        node = node.next
    return node


def copy_button(tree, label: str):
    nav = tree.create_node("div")
    nav.attrs["class"] = "md-code__nav"
    nav.inner_html = (
        f'<button type="button" class="md-code__button" data-md-type="copy" data-copy aria-label="{label}"></button>'
    )
    return nav


def wrap_section(tree, heading) -> None:
    """Put a heading and what follows it, up to the next one, into a section, which can be laid out when it comes near."""
    section = tree.create_node("section")
    heading.insert_before(section, move=True)
    node = heading
    while node is not None and (node is heading or node.tag != "h2"):
        node, moved = node.next, node
        section.insert_child(moved, move=True)


def wrap_tables(html: str) -> str:
    """Wrap tables as the theme's script would, which then leaves these alone: what moves is styled and laid out anew."""
    return re.sub(
        r"<table>(.*?</table>)",
        r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table class="table">\1</div></div>',
        html,
        flags=re.DOTALL,
    )


def add_policy(html: str, offline: bool) -> str:
    """Add the Content-Security-Policy, with a hash for each script that the theme writes into the page."""
    policy = dict(POLICY)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    for script in dict.fromkeys(scripts):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy["script-src"] += f" 'sha256-{digest}'"
    if offline:  # a file has no origin, so `'self'` is nothing there
        policy = {name: sources.replace("'self'", "file:") for name, sources in policy.items()}
    content = "; ".join(f"{name} {sources}" for name, sources in policy.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return edit(html, "place of the policy", re.escape(CHARSET), CHARSET + meta)


def squeeze(html: str) -> str:
    """Drop the blanks that templates leave at the beginnings of lines, but none that a reader sees."""
    parts = re.split(r"(<(?:pre|script|textarea)\b.*?</(?:pre|script|textarea)>)", html, flags=re.DOTALL)
    parts[::2] = [re.sub(r"\n\s+", "\n", part) for part in parts[::2]]
    return "".join(parts).lstrip()


def finish(html: str, url: str, config) -> str:
    html = absolute_alternates(html, url)
    html = name_widgets(html)
    html = name_path(html)
    html = drop_empty_tabindex(html)
    html = show_palette(html)
    html = finish_article(html)
    html = wrap_tables(html)
    html = defer_scripts(html)
    html = squeeze(html)
    if serving:  # mkdocs serve adds a script of its own afterwards
        return html
    return add_policy(html, offline="material/offline" in config.plugins)


@event_priority(-200)
def on_post_page(output, page, config):
    return finish(output, page.canonical_url or config.site_url, config)


@event_priority(-200)
def on_post_template(output_content, template_name, config):
    if template_name != "404.html":
        return output_content
    if config.plugins["i18n"].building:
        return ""  # the one at the root, in both languages, is there already
    return finish(output_content, config.site_url, config)
