"""The book's adapter for MkDocs, its only hook: what MkDocs tells, in the book's own terms.

Nothing else imports MkDocs: reference/porting.md says what another builder would have to tell.
"""

import logging
import sys
from functools import partial
from pathlib import Path

import jieba
from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.nav import Section

# MkDocs reads this file with its folder first on the path; what is imported is the package.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from book import BookError
from book.build import Page, Site, digest
from book.glossary import SOURCE, words
from book.markdown import BookExtension
from book.markdown.tables import generated
from book.pages import front_matter
from book.paths import CACHE, DOCS
from book.site.copies import report_address
from book.site.steps import finish

jieba.setLogLevel(logging.WARNING)
serving = only_changed = False
site: Site | None = None
extension: BookExtension


def on_startup(command, dirty):
    """Note how MkDocs was called: `serve --dirty` builds again only the pages that changed."""
    global serving, only_changed
    serving, only_changed = command == "serve", dirty


@event_priority(-200)  # when its language has been set
def on_config(config):
    """Begin a site with its first language; each language is a build of its own to MkDocs."""
    global site, extension
    i18n = config.plugins["i18n"]
    if not i18n.building:
        before = site
        site = Site(
            folder=Path(config.site_dir),
            url=config.site_url,
            repository=config.extra.get("repository") or "",
            offline="material/offline" in config.plugins,
            offline_zip=config.extra.get("offline_zip") or "",
            serving=serving,
        )
        if only_changed and before:
            site.continue_from(before)
            config.plugins["material/search"].is_dirty = False  # it can take over the index of all pages but one
        extension = BookExtension(site)
        config.markdown_extensions.append(extension)
        for word in words("zh"):
            jieba.add_word(word)
    site.names[i18n.current_language] = (config.site_name, config.site_description)


@event_priority(100)  # before the files are given to the languages
def on_files(files, config):
    """The glossary's source stands among the pages, but readers get the table. A page changes with what it includes."""
    files.get_file_from_path(SOURCE.name).inclusion = InclusionLevel.EXCLUDED
    if only_changed:
        for file in files.documentation_pages():
            ours = site.pages.get(DOCS / file.src_uri)
            file.is_modified = partial(bool, ours is None or ours.digest != digest(ours.source))


@event_priority(-200)  # when the languages have their menus
def on_nav(nav, config, files):
    """Name each page as it says itself, and each part as its index page."""
    for page in nav.pages:
        page.title = front_matter(Path(page.file.abs_src_path))["menu"]
    for section in nav:
        if isinstance(section, Section):
            section.title = section.children[0].title


def on_env(env, config, files):
    """Compile the theme's templates once: MkDocs reads them anew for each language of each build."""
    folder = CACHE / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))


def on_page_markdown(markdown, page, config, files):
    source = DOCS / page.file.src_uri
    markdown += generated(page.meta["kind"], page.file.locale, site.report, site.versions)
    extension.page = Page(source, page.file.dest_uri, page.canonical_url, page.meta, markdown, digest(source))
    site.pages[source] = extension.page
    return markdown


@event_priority(-100)
def on_page_context(context, page, config, nav):
    """Let the language switch and the alternates name files, not folders: true offline and on any host."""
    for alternate in config.extra.alternate:
        if file := page.file.alternates.get(alternate["lang"]):
            alternate["link"] = file.url
    ours = site.pages[DOCS / page.file.src_uri]
    page.markdown_url = Path(ours.beside(".md")).name
    page.report_url = report_address(ours, site.repository)


@event_priority(-200)
def on_post_page(output, page, config):
    site.html[page.file.dest_uri] = output


@event_priority(-200)
def on_post_template(output, template_name, config):
    if template_name == "404.html":  # the first one is in both languages
        site.html.setdefault(template_name, output)
        return output if not config.plugins["i18n"].building else ""


@event_priority(-200)  # when every language is there, and the search's index
def on_post_build(config):
    if not config.plugins["i18n"].building:
        finish(site)


def on_build_error(error):
    """What the book refuses is told without a traceback."""
    if isinstance(error, BookError):
        raise PluginError(str(error)) from None
