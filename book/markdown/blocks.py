"""Highlight each snippet once, and set its code aside until all pages are there.

The search indexes its text, and need not read all its colours.
"""

import json
import re
from importlib.metadata import version
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from book.cache import BuildCache
from book.pages import markdown_options

if TYPE_CHECKING:
    from book.build import Site

BLOCK = re.compile(r"<code>(.*)</code>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ASIDE = re.compile(r'<code data-block="(\d+)">.*?</code>', re.DOTALL)


def cache_of_code() -> BuildCache:
    """Highlighted code of earlier builds: it depends on what highlights it, and on that one's options."""
    versions = [version(name).encode() for name in ("pygments", "pymdown-extensions")]
    return BuildCache("code", json.dumps(markdown_options()).encode(), *versions)


def highlight_once(md: Markdown, cache: BuildCache) -> None:
    """Let pymdownx.superfences ask for each block that it has not highlighted before: most are in two languages."""
    fence = md.preprocessors["fenced_code_block"].extension.superfences[0]
    highlight = fence["formatter"]

    def remembered(**block) -> str:
        key = json.dumps({name: value for name, value in block.items() if name != "md"})
        return cache.get(key, lambda: highlight(**block))

    fence["formatter"] = remembered


class SetCodeAside(Treeprocessor):
    """Leaves the plain text of each block, and the block's number."""

    def __init__(self, md: Markdown, site: "Site"):
        super().__init__(md)
        self.site = site

    def run(self, root: Element) -> None:
        stash = self.md.htmlStash.rawHtmlBlocks
        for number, block in enumerate(stash):
            if isinstance(block, str) and block.startswith('<div class="language-'):
                stash[number] = BLOCK.sub(self.set_aside, block, count=1)

    def set_aside(self, match: re.Match) -> str:
        self.site.blocks.append(match[1])
        return f'<code data-block="{len(self.site.blocks) - 1}">{TAG.sub("", match[1])}</code>'


def put_back(html: str, blocks: list[str]) -> str:
    """A page with its highlighted code."""
    return ASIDE.sub(lambda match: f"<code>{blocks[int(match[1])]}</code>", html)
