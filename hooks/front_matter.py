"""Check what every page says of itself in its front matter: what kind it is, and what the menu calls it.

The menu's titles stand beside the pages, in each language, so that a page without one stops the build; a part is called
as its index page is.
"""

import re

from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Section

KINDS = ("home", "page", "notebook", "clinic", "lab", "glossary", "verification")
HAN = re.compile(r"[\u3400-\u9fff]")

nav_of_language = None


def check(meta: dict, name: str, locale: str) -> None:
    """Raise PluginError unless a page names its kind and its place in the menu, in its own language."""
    if meta.get("kind") not in KINDS:
        raise PluginError(f"{name}: kind: {meta.get('kind')} in the front matter; write one of {', '.join(KINDS)}")
    if not meta.get("menu"):
        raise PluginError(f"{name}: write `menu:` in the front matter, the page's name in the menu")
    if locale == "en" and HAN.search(meta["menu"]):
        raise PluginError(f"{name}: menu: {meta['menu']}: not in English")


def on_nav(nav, config, files):
    global nav_of_language
    nav_of_language = nav


def on_page_markdown(markdown, page, config, files):
    check(page.meta, f"docs/{page.file.src_uri}", page.file.locale)
    page.title = page.meta["menu"]


def on_env(env, config, files):
    """Name each part, now that its index page has been read."""
    for section in nav_of_language:
        if isinstance(section, Section):
            section.title = section.children[0].title
