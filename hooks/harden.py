"""Finish the theme's HTML: absolute alternates, names for screen readers, no waiting for scripts, a strict policy.

What the theme gets wrong is mended here, and each edit stops the build when it no longer finds its place.
"""

import base64
import hashlib
import re
from urllib.parse import urljoin

from edits import edit
from mkdocs.plugins import event_priority

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
        CHARSET + '<script>document.documentElement.className="js"+(location.hash?"":" estimate")</script>',
    )
    return html.replace('<script src="', '<script defer src="')


def mark_annotations(html: str) -> str:
    """Mark `# (1)!` and the list that explains it: the theme makes a button of both, which must not move the code."""
    html = re.sub(r'<span class="c1">(?=# \(\d+\)!</span>)', '<span class="c1 annotated">', html)
    return re.sub(
        r"(\((?:\d+)\)!?</span>(?:(?!</pre>).)*</pre></div>\s*)<ol>",
        r'\1<ol class="annotations">',
        html,
        flags=re.DOTALL,
    )


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
    html = mark_annotations(html)
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
