"""Notebook pages: the notebook beside each holds the page's snippets and what they print, and a cell that fails stops the build."""

import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from book.pages import examples, pages
from book.paths import DOCS, ROOT, SNIPPETS, relative
from book.pictures import page_svg
from tests.site import browser
from tests.small_book import copy_book
from tests.support import fail_with

NOTEBOOKS = [page for page in pages() if re.search("^kind: notebook$", page.read_text("utf-8"), re.MULTILINE)]
OF_THE_SITE = re.compile(r"--8<--|\{ *[#:.]|^(?:\?\?\?|!!!)|</?\w+[ >]|\]\((?!https?:)", re.MULTILINE)
LOADS = re.compile(
    r'<(?:script|img|iframe|source|use)\b[^>]*?(?:src|href)="([^"]*)"|<link\b[^>]*rel="stylesheet"[^>]*>'
)
GRADIENT = "      - understand/gradient.md\n"
TEXT, PICTURE = "uses/own_backward/straight", "uses/own_backward/learn"
PAGE = f"""---
kind: notebook
menu: Notebook
title: A notebook
description: Two cells.
---
# A notebook {{ #notebook_small }}

A text.

```python
--8<-- "{TEXT}.py"
```

```text
--8<-- "{TEXT}.out"
```

A picture.

```python
--8<-- "{PICTURE}.py"
```

<figure>
<div role="img" aria-label="Two lines.">
--8<-- "{PICTURE}.svg"
</div>
<figcaption>Two lines.</figcaption>
</figure>
"""


def folder_of(page: Path, site: Path) -> Path:
    return site / relative(page).removeprefix("docs/").removeprefix("zh/").removesuffix(".md")


def read(page: Path, site: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(folder_of(page, site) / f"{page.stem}.ipynb", as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    return notebook


def printed(cell: nbformat.NotebookNode) -> str:
    """A cell's only output, as a recording would hold it."""
    (output,) = cell.outputs
    if output.output_type == "stream":
        assert output.name == "stdout"
        return output.text
    assert list(output.data) == ["image/svg+xml"]
    return page_svg.for_page(output.data["image/svg+xml"]) + "\n"


def test_each_part_has_a_notebook_in_each_language(server):
    built = {path.relative_to(server.folder) for path in server.folder.rglob("*.ipynb")}
    assert built == {
        (folder_of(page, server.folder) / f"{page.stem}.ipynb").relative_to(server.folder) for page in NOTEBOOKS
    }
    for locale in ("zh", "en"):
        names = {page.stem for page in NOTEBOOKS if page.is_relative_to(DOCS / locale)}
        assert names >= {"see_vjp", "count_flops", "second_derivatives", "own_backward"}


@pytest.mark.parametrize("page", NOTEBOOKS, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_notebook_holds_what_its_page_shows(server, page):
    """Code, outputs and text; the outputs are those of the build's own run, compared with the recordings."""
    notebook = read(page, server.folder)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shown = [example for example in examples(page) if example.snippet.suffix == ".py" and example.language != "svg"]
    assert [cell.source for cell in cells] == [example.snippet.read_text("utf-8").rstrip() for example in shown]
    for cell, example in zip(cells, shown, strict=True):
        recording = example.recording or example.snippet.with_suffix(".svg")
        assert printed(cell) == recording.read_text("utf-8"), recording
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    headings = re.findall(r"^#+ .*?(?= \{ #)", page.read_text("utf-8"), re.MULTILINE)
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert re.findall(r"^#+ .*$", prose, re.MULTILINE) == headings
    assert not OF_THE_SITE.findall(prose), "this is read by Jupyter, which knows nothing of the site's own Markdown"
    assert str(ROOT) not in nbformat.writes(notebook)


@pytest.mark.parametrize("page", NOTEBOOKS, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_page_is_a_page_of_the_site(server, page):
    html = (folder_of(page, server.folder) / "index.html").read_text("utf-8")
    assert html.lower().startswith("<!doctype html>")
    assert f'href="{page.stem}.ipynb" download' in html
    assert "jp-" not in html, "the page holds Jupyter's own HTML"
    fail_with(f"loads {address}" for address in LOADS.findall(html) if re.match(r"(?:https?:)?//", address))
    ids = re.findall(r'\sid="([^"]+)"', html)
    fail_with(f"id {name!r} occurs {ids.count(name)} times" for name in sorted(set(ids)) if ids.count(name) > 1)


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    """A small book with one notebook."""
    book = copy_book(tmp_path_factory.mktemp("notebooks") / "book")
    shutil.copytree(SNIPPETS / "uses/own_backward", book / "snippets/uses/own_backward")
    for locale in ("zh", "en"):
        (book / "docs" / locale / "understand/small.md").write_text(PAGE, "utf-8")
    config = (book / "mkdocs.yml").read_text("utf-8")
    (book / "mkdocs.yml").write_text(
        config.replace(GRADIENT, GRADIENT + GRADIENT.replace("gradient", "small")), "utf-8"
    )
    return book


def build(book: Path, name: str) -> str:
    repository = "https://github.com/someone/book"
    return browser.build(book / name, root=book, SITE_URL="https://example.org/", REPOSITORY_URL=repository)


def content(site: Path) -> dict[Path, bytes]:
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*.*") if path.suffix != ".gz"}


def test_second_build_runs_no_cell_and_gives_the_same_bytes(book):
    assert build(book, "first").count("Running the cells of") == 1, "both languages have the same cells: one run"
    assert "Running the cells" not in build(book, "second")
    assert content(book / "first") == content(book / "second")
    for folder in ("", "en/"):
        html = (book / "first" / folder / "understand/small/index.html").read_text("utf-8")
        notebook = f"{folder}understand/small/small.ipynb"
        assert f"https://colab.research.google.com/github/someone/book/blob/notebooks/{notebook}" in html
        assert (book / "first" / notebook).exists()


FAULTS = {
    "a cell raises": (
        (f"snippets/{TEXT}.py", "x.round()", "x.rounds()"),
        rf"docs/zh/understand/small.md:11: snippets/{TEXT}.py fails as a cell: AttributeError: .*rounds",
    ),
    "a cell prints something else": (
        (f"snippets/{TEXT}.py", "0.2, 0.3", "0.2, 0.4"),
        rf"docs/zh/understand/small.md:11: snippets/{TEXT}.py, as a cell, prints .*0.4000.*, where snippets/{TEXT}.out has .*0.3000",
    ),
    "a cell draws something else": (
        (f"snippets/{PICTURE}.py", "range(30)", "range(29)"),
        rf"docs/zh/understand/small.md:21: snippets/{PICTURE}.py, as a cell, prints .*, where snippets/{PICTURE}.svg has",
    ),
    "a cell warns": (
        (f"snippets/{TEXT}.py", "import torch", "import warnings\n\nimport torch\n\nwarnings.warn('careful')"),
        rf"docs/zh/understand/small.md:11: snippets/{TEXT}.py, as a cell, gives .*stderr.*careful",
    ),
    "a cell has no output": (
        ("docs/zh/understand/small.md", f'```text\n--8<-- "{TEXT}.out"\n```\n', ""),
        r"docs/zh/understand/small.md:11: after each cell comes its recorded output",
    ),
}


def build_with_fault(book: Path, name: str) -> str:
    """Build a copy of the book with one of the faults."""
    file, old, new = FAULTS[name][0]
    text = (book / file).read_text("utf-8")
    assert text.count(old) == 1
    (book / file).write_text(text.replace(old, new), "utf-8")
    return build(book, "faulty")


@pytest.fixture(scope="module")
def builds(book, tmp_path_factory) -> Iterator[dict[str, Future]]:
    """A build for each fault, as many at a time as there are cores."""
    root = tmp_path_factory.mktemp("faulty")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield {
            name: pool.submit(build_with_fault, shutil.copytree(book, root / str(number)), name)
            for number, name in enumerate(FAULTS)
        }


@pytest.mark.parametrize("name", FAULTS)
def test_cell_with_a_fault_stops_the_build(builds, name):
    with pytest.raises(browser.BuildError, match=FAULTS[name][1]):
        builds[name].result()


def test_only_colours_of_both_schemes_are_drawn():
    with pytest.raises(ValueError, match="#d62728 has no place in both schemes"):
        page_svg.colour("#d62728")
