"""What one build of the site knows, whoever builds it."""

import dataclasses
import hashlib
from pathlib import Path

from book.cache import BuildCache
from book.glossary import SOURCE
from book.markdown.blocks import cache_of_code
from book.markdown.formulas import Formulas
from book.pages import includes
from book.paths import relative
from book.report import REPORTS, Report
from book.site.notebooks import Runs
from book.versions import FOLDER, Versions


@dataclasses.dataclass
class Page:
    """One page of the site.

    Attributes:
        source: its Markdown, `docs/zh/understand/gradient.md`.
        target: its HTML below the site's folder, `understand/gradient/index.html`.
        url: its address.
        meta: its front matter.
        markdown: its text without front matter; the tables that are made of data are in it, includes are not.
        digest: of everything that its HTML depends on.
    """

    source: Path
    target: str
    url: str
    meta: dict
    markdown: str
    digest: str = ""

    @property
    def name(self) -> str:
        return relative(self.source)

    @property
    def locale(self) -> str:
        return self.name.split("/")[1]

    def beside(self, suffix: str) -> str:
        """What lies beside the page's HTML: `understand/gradient/index.md`, or `understand/gradient.md` for a page that is a file."""
        return Path(self.target).with_suffix(suffix).as_posix()


def digest(source: Path) -> str:
    """What a page's HTML depends on, beside the book's own code: its text, what it includes, the glossary, the reports, other versions' outputs."""
    seen = [file for folder in (REPORTS, FOLDER) for file in sorted(folder.glob("*.json"))]
    files = [source, *(file for _, file in includes(source)), SOURCE, *seen]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files if file.is_file())).hexdigest()


@dataclasses.dataclass
class Site:
    """A site that is being built.

    Attributes:
        folder: where it lies.
        url: its address.
        names: title and description in each language.
        repository: the address of the repository, or "".
        offline: whether it is to be read without a server.
        offline_zip: a file that it offers for download, or "".
        serving: whether its author is looking at it while it changes.
        pages: every page of every language by its source, in the order of the menu.
        html: what the theme made of each page, by its place below the folder.
        code: highlighted code that earlier builds have made.
        blocks: highlighted code by its numbers, which stand in the HTML.
        index: what the search knows of each section, by its address.
    """

    folder: Path
    url: str
    repository: str
    offline: bool
    offline_zip: str
    serving: bool
    names: dict[str, tuple[str, str]] = dataclasses.field(default_factory=dict)
    pages: dict[Path, Page] = dataclasses.field(default_factory=dict)
    html: dict[str, str] = dataclasses.field(default_factory=dict)
    code: BuildCache = dataclasses.field(default_factory=cache_of_code)
    blocks: list[str] = dataclasses.field(default_factory=list)
    index: dict[str, dict] = dataclasses.field(default_factory=dict)
    formulas: Formulas = dataclasses.field(default_factory=Formulas)
    report: Report = dataclasses.field(default_factory=Report)
    versions: Versions = dataclasses.field(default_factory=Versions)
    runs: Runs = dataclasses.field(default_factory=Runs)

    def pages_of(self, locale: str) -> list[Page]:
        return [page for page in self.pages.values() if page.locale == locale]

    def continue_from(self, before: "Site") -> None:
        """Take over what an earlier build of the same site made of its pages, so that only changed ones are made again."""
        for name in ("pages", "html", "code", "blocks", "index", "formulas"):
            setattr(self, name, getattr(before, name))
