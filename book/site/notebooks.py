"""Make a notebook of every page of kind `notebook`: its cells are run once more, and the .ipynb lies beside the page.

Such a page is written as all pages are: a cell is an included snippet with its recorded output. While the site is built,
the cells run as a notebook, with the settings of mkdocs-jupyter's converter; the build stops if one fails, or does not
print what the page shows. Both languages have the same cells: one run serves both, and lasts until something changes.
"""

import dataclasses
import html
import itertools
import json
import logging
import os
import re
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

from book import BookError
from book.cache import BuildCache
from book.outputs import agree
from book.pages import body, front_matter, included, only_include, pages, span, tokens
from book.paths import CACHE, PICTURES, relative
from book.pictures.page_svg import for_page
from book.site.copies import plain

if TYPE_CHECKING:
    from book.build import Page, Site
    from book.site.steps import Work

log = logging.getLogger("mkdocs.plugins.book")  # where the builder shows it
CAPTION = re.compile(r"<figcaption>([^<]*)</figcaption>")
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
AT_ONCE = 2  # kernels


@dataclasses.dataclass(frozen=True)
class Cell:
    """A snippet on a notebook page.

    Attributes:
        place: `page:line` of its fence.
        lines: from its fence to the end of what it prints, counted from 0, the last one not included.
        recording: what it prints, `.out` or `.svg`.
        caption: of a picture; else "".
    """

    place: str
    lines: tuple[int, int]
    snippet: Path
    recording: Path
    caption: str

    @property
    def id(self) -> str:
        return self.snippet.stem

    @property
    def code(self) -> str:
        return self.snippet.read_text("utf-8").rstrip()


def cells(page: Path) -> list[Cell]:
    """The cells of a page. Raises BookError unless each is followed by its recorded output."""
    stream = [token for token in tokens(page) if token.type in ("fence", "html_block", "inline")]
    found = []
    for fence, output in zip(stream, [*stream[1:], None]):
        if fence.type != "fence" or fence.info != "python":
            continue
        start, place = span(fence)[0], f"{relative(page)}:{span(fence)[0] + 1}"
        snippet = only_include(page, fence, ".py")
        recording = next(filter(None, map(included, output.content.splitlines())), None) if output else None
        if output is None or recording not in (snippet.with_suffix(".out"), snippet.with_suffix(".svg")):
            raise BookError(f"{place}: after each cell comes its recorded output, a `text` fence or a figure")
        caption = CAPTION.search(output.content)
        text = html.unescape(caption[1].strip()) if caption else ""
        found.append(Cell(place, (start, span(output)[1]), snippet, recording, text))
    return found


class Runs:
    """The runs of a site's notebooks, in processes of their own while the pages are built."""

    def __init__(self) -> None:
        pictures = [file.read_bytes() for file in sorted(PICTURES.glob("*.py"))]
        versions = [version(name).encode() for name in ("torch", "numpy", "matplotlib", "mkdocs-jupyter", "nbclient")]
        self.cache = BuildCache("notebooks", *pictures, *versions)
        self.pool = ThreadPoolExecutor(AT_ONCE)
        self.started: dict[str, Future[str]] = {}
        notebooks = (page for page in [*pages("zh"), *pages("en")] if front_matter(page)["kind"] == "notebook")
        for found in map(cells, notebooks):
            if key_of(found) not in {*self.cache.before, *self.started}:
                self.started[key_of(found)] = self.pool.submit(run, found)

    def outputs(self, found: list[Cell]) -> dict[str, list]:
        """What each cell printed, as a notebook holds it, by the cells' ids."""
        return json.loads(self.cache.get(key_of(found), lambda: self.started[key_of(found)].result()))


def key_of(found: list[Cell]) -> str:
    return json.dumps([[cell.id, cell.code] for cell in found])


def run(found: list[Cell]) -> str:
    """Run cells as one notebook; return the outputs of each by its id, as JSON."""
    # Seconds to import: a build whose notebooks have been run needs none of it.
    from mkdocs_jupyter.nbconvert2 import get_nbconvert_app
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    log.info("Running the cells of %s", found[0].place)
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.code, id=cell.id) for cell in found], metadata={"kernelspec": KERNEL}
    )
    options = dict(get_nbconvert_app(execute=True, allow_errors=False).config.ExecutePreprocessor)
    del options["enabled"]
    try:
        done = NotebookClient(notebook, **options).execute(env=environment())
    except CellExecutionError as error:
        failed = next(cell for cell in found if cell.code in str(error))
        message = re.sub(r"\x1b\[[\d;]*m", "", f"{error.ename}: {error.evalue}")
        raise BookError(f"{failed.place}: {relative(failed.snippet)} fails as a cell: {message}") from None
    return json.dumps({cell.id: cell.outputs for cell in done.cells})


def environment() -> dict[str, str]:
    """What kernels inherit: the site's way to show plots, and nothing of the user's own settings of Jupyter."""
    settings = CACHE / "jupyter" / "ipython" / "profile_default" / "ipython_kernel_config.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"IPKernelApp": {"log_level": 40}}', "utf-8")  # errors only
    paths = [str(PICTURES), *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {
        "MPLBACKEND": "module://plots",
        "PYTHONPATH": os.pathsep.join(paths),
        "IPYTHONDIR": str(CACHE / "jupyter" / "ipython"),
        "JUPYTER_CONFIG_DIR": str(CACHE / "jupyter"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def compare(cell: Cell, outputs: list[dict], page: Path) -> str:
    """What a cell printed: its text or its picture. Raises BookError unless that is what the page shows."""
    kinds = sorted({kind for output in outputs for kind in output.get("data", [output.get("name")])})
    text = "".join(output.get("text", "") for output in outputs)
    drawn = cell.recording.suffix == ".svg"
    if kinds != (["image/svg+xml"] if drawn else ["stdout"]):
        problem = f"gives {' and '.join(kinds) or 'nothing'} ({text[:300].strip()!r})"
    else:
        text = outputs[0]["data"]["image/svg+xml"] if drawn else text
        want = cell.recording.read_text("utf-8").rstrip()
        got = (for_page(text) if drawn else text).rstrip()
        if agree(want, got):
            return text
        lines = itertools.zip_longest(want.splitlines(), got.splitlines())
        recorded, printed = next(pair for pair in lines if pair[0] != pair[1])
        problem = f"prints {printed!r}, where {relative(cell.recording)} has {recorded!r}"
    raise BookError(
        f"{cell.place}: {relative(cell.snippet)}, as a cell, {problem}; "
        f"if this is right: pytest --record {relative(page)}"
    )


def complete(page: "Page", shown: dict[str, list], site: "Site") -> nbformat.NotebookNode:
    """The notebook that readers download: the page's text between cells, and the outputs."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.metadata.title = page.meta["menu"]
    lines, end, caption = body(page.source), 0, ""

    def add_text(number: int, until: int | None) -> None:
        prose = caption + plain("\n".join(lines[end:until]), page, site)
        if prose.strip():
            notebook.cells.append(nbformat.v4.new_markdown_cell(prose.strip(), id=f"text-{number}"))

    found = cells(page.source)
    for number, cell in enumerate(found, 1):
        add_text(number, cell.lines[0])
        content = compare(cell, shown[cell.id], page.source)
        code = nbformat.v4.new_code_cell(cell.code, id=cell.id, execution_count=number)
        if cell.recording.suffix == ".svg":
            code.outputs = [nbformat.v4.new_output("display_data", {"image/svg+xml": content})]
        else:
            code.outputs = [nbformat.v4.new_output("stream", name="stdout", text=content)]
        notebook.cells.append(code)
        end, caption = cell.lines[1], f"*{cell.caption}*\n\n" if cell.caption else ""
    add_text(len(found) + 1, None)
    nbformat.validate(notebook)
    return notebook


def write_notebooks(work: "Work") -> None:
    """Write the notebook of each page that is one."""
    for page in work.site.pages.values():
        if page.meta["kind"] == "notebook":
            notebook = complete(page, work.site.runs.outputs(cells(page.source)), work.site)
            file = (work.site.folder / page.target).with_name(f"{page.source.stem}.ipynb")
            file.write_text(nbformat.writes(notebook) + "\n", "utf-8")
    work.site.runs.cache.write()
