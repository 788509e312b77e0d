"""Make a notebook of every page of kind `notebook`: mkdocs-jupyter runs its cells, and the .ipynb lies beside the page.

Such a page is written as all pages are: a cell is an included snippet with its recorded output. While the site is
built the cells run once more, as a notebook, and the build stops if one fails or does not print what the page shows.
Both languages have the same cells, so that one run serves both; mkdocs-jupyter runs them again only if they change.
"""

import base64
import hashlib
import html
import os
import platform
import re
import sys
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import nbformat
from edits import edit
from markdown_pages import plain
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parent.parent
SNIPPETS = ROOT / "snippets"
CACHE = ROOT / ".cache" / "notebooks"

CELL = re.compile(
    r'^```python\n--8<-- "(?P<name>[^"]+)\.py"\n```\n\s*'
    r'(?:```text\n--8<-- "(?P=name)\.out"\n```'
    r'|<figure>\n<div role="img"[^>]*>\n--8<-- "(?P=name)\.svg"\n</div>\n'
    r"<figcaption>(?P<caption>[^<]*)</figcaption>\n</figure>)$",
    re.MULTILINE,
)
CODE_CELL = re.compile(r'<div class="jp-Cell jp-CodeCell [^>]*" id="cell-id=(?P<id>[\w-]+)">')
OUTPUT = re.compile(
    r'<div class="[^"]*jp-OutputArea-output[^>]*data-mime-type="(?P<kind>[^"]*)"[^>]*>\s*'
    r'(?:<pre>(?P<text>.*?)</pre>|<img[^>]* src="data:image/svg\+xml;base64,(?P<svg>[^"]*)")?',
    re.DOTALL,
)
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
BRANCH = "notebooks"  # where .github/workflows/site.yml puts the notebooks: Colab opens files of a repository only
WORDS = {
    "zh": ("下载 notebook（.ipynb）", "在 Colab 中打开"),
    "en": ("Download the notebook (.ipynb)", "Open in Colab"),
}


def is_notebook(page) -> bool:
    return page.meta["kind"] == "notebook"


def stem(match: re.Match) -> str:
    return match["name"].rpartition("/")[2]


def line_of(page, name: str) -> str:
    """`file:line` of the fence that includes a snippet."""
    text = Path(page.file.abs_src_path).read_text("utf-8")
    return f"docs/{page.file.src_uri}:" + str(text.count("\n", 0, text.index(f'"{name}.py"')))


@contextmanager
def environment():
    """What the kernel inherits: the site's way to show plots, and nothing of the user's own settings of Jupyter."""
    before = dict(os.environ)
    settings = CACHE / "ipython" / "profile_default" / "ipython_kernel_config.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"IPKernelApp": {"log_level": 40}}', "utf-8")  # errors only
    paths = [str(SNIPPETS), *filter(None, [before.get("PYTHONPATH")])]
    os.environ |= {
        "MPLBACKEND": "module://plots",
        "PYTHONPATH": os.pathsep.join(paths),
        "IPYTHONDIR": str(CACHE / "ipython"),
        "JUPYTER_CONFIG_DIR": str(CACHE / "jupyter"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@cache
def versions() -> dict[str, str]:
    return {name: version(name) for name in ("torch", "numpy", "matplotlib")} | {"python": sys.version}


def code_cell(match: re.Match):
    code = (SNIPPETS / f"{match['name']}.py").read_text("utf-8").rstrip()
    return nbformat.v4.new_code_cell(code, id=stem(match))


def run(page, cells: list[re.Match], config) -> dict[str, tuple[str, str]]:
    """Let mkdocs-jupyter execute and convert the code cells; return each cell's output as `(kind, text)`."""
    notebook = nbformat.v4.new_notebook(cells=[code_cell(cell) for cell in cells])
    # mkdocs-jupyter runs a file again when it changes: so it names all that its outputs depend on.
    backend = hashlib.sha256(
        b"".join((SNIPPETS / name).read_bytes() for name in ("plots.py", "page_svg.py"))
    ).hexdigest()
    notebook.metadata |= {"kernelspec": KERNEL, "needs": versions() | {"plots": backend}}
    file = CACHE / f"{Path(page.file.src_uri).stem}.ipynb"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(nbformat.writes(notebook), "utf-8")
    stand_in = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(file), src_path=file.name), abs_url="")
    with environment():
        config.plugins["mkdocs-jupyter"].on_pre_page(stand_in, config=config, files=None)
        try:
            stand_in.render(config, None)
        except CellExecutionError as error:
            failed = next(cell for cell in cells if code_cell(cell).source in str(error))
            message = re.sub(r"\x1b\[[\d;]*m", "", f"{error.ename}: {error.evalue}")
            raise PluginError(
                f"{line_of(page, failed['name'])}: snippets/{failed['name']}.py fails as a cell: {message}"
            ) from None
    return outputs(stand_in.content)


def outputs(converted: str) -> dict[str, tuple[str, str]]:
    """The outputs in what mkdocs-jupyter made of a notebook, by the ids of their cells."""
    found = {}
    _, *parts = CODE_CELL.split(converted)
    for cell, part in zip(parts[::2], parts[1::2]):
        kinds, texts = set(), []
        for match in OUTPUT.finditer(part):
            kinds.add(match["kind"])
            picture = base64.b64decode(match["svg"]).decode() if match["svg"] else ""
            texts.append(picture or html.unescape(match["text"] or ""))
        found[cell] = (" and ".join(sorted(kinds)), "".join(texts))
    return found


def for_page(svg: str) -> str:
    """What the site shows of a plot."""
    if str(SNIPPETS) not in sys.path:
        sys.path.append(str(SNIPPETS))
    import page_svg

    return page_svg.for_page(svg)


def compare(page, cell: re.Match, output: tuple[str, str]) -> None:
    """Stop the build unless a cell printed what the page shows."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return  # others round a last place differently, which the tests of the pages allow for
    kind, text = output
    name = f"{cell['name']}.out" if cell["caption"] is None else f"{cell['name']}.svg"
    problem = ""
    if kind != ("text/plain" if name.endswith(".out") else "image/svg+xml"):
        problem = f"gives {kind or 'nothing'} ({text[:300].strip()!r})"
    else:
        text = text if name.endswith(".out") else for_page(text)
        want, got = ((part.rstrip() + "\n").splitlines() for part in ((SNIPPETS / name).read_text("utf-8"), text))
        first = next((pair for pair in zip([*want, None], [*got, None]) if pair[0] != pair[1]), None)
        if first:
            problem = f"prints {first[1]!r}, where {name} has {first[0]!r}"
    if problem:
        raise PluginError(
            f"{line_of(page, cell['name'])}: snippets/{cell['name']}.py, as a cell, {problem}; "
            f"if this is right: pytest --record docs/{page.file.src_uri}"
        )


def complete(page, text: str, cells: list[re.Match], shown: dict, config, files):
    """The notebook that readers download: the page's text between cells, and the outputs."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.metadata.title = page.title
    end, caption = 0, ""
    for number, cell in enumerate([*cells, None], 1):
        prose = caption + plain(text[end : cell.start() if cell else None], page, config, files)
        if prose.strip():
            notebook.cells.append(nbformat.v4.new_markdown_cell(prose.strip(), id=f"text-{number}"))
        if cell:
            kind, content = shown[stem(cell)]
            code = code_cell(cell)
            code.execution_count = number
            if cell["caption"] is None:
                code.outputs = [nbformat.v4.new_output("stream", name="stdout", text=content)]
            else:
                code.outputs = [nbformat.v4.new_output("display_data", {kind: content})]
            notebook.cells.append(code)
            end, caption = cell.end(), f"*{cell['caption'].strip()}*\n\n" if cell["caption"] else ""
    nbformat.validate(notebook)
    return notebook


def colab(page, config) -> str:
    """Where Colab opens the notebook; nowhere if the book is not on GitHub."""
    repository = urlsplit(config.extra.get("repository") or "")
    if repository.hostname != "github.com":
        return ""
    name = Path(page.file.src_uri).stem
    folder = page.file.src_uri.removeprefix("zh/").removesuffix(".md")
    file = f"{folder}/{name}.ipynb"
    return f"https://colab.research.google.com/github/{repository.path.strip('/')}/blob/{BRANCH}/{file}"


@event_priority(-50)
def on_page_markdown(text, page, config, files):
    if not is_notebook(page):
        return
    cells = list(CELL.finditer(text))
    if len(cells) != len(re.findall(r"^```python$", text, re.MULTILINE)):
        raise PluginError(
            f"docs/{page.file.src_uri}: after each cell comes its recorded output, a `text` fence or a figure"
        )
    shown = run(page, cells, config)
    for cell in cells:
        compare(page, cell, shown[stem(cell)])
    page.notebook = (text, cells, shown)


@event_priority(-150)  # after the edits of formulas
def on_page_content(content, page, config, files):
    if not is_notebook(page):
        return content
    download, launch = WORDS["en" if page.file.locale == "en" else "zh"]
    links = [f'<a href="{Path(page.file.src_uri).stem}.ipynb" download>{download}</a>']
    if address := colab(page, config):
        links.append(f'<a href="{address}">{launch}</a>')
    line = f'<p class="notebook" data-search-exclude>{" · ".join(links)}</p>'
    return edit(content, f"{page.file.src_uri}: heading", "</h1>", f"</h1>{line}")


@event_priority(-100)
def on_env(env, config, files):
    """Write the notebooks of this language, now that every page knows its address."""
    for file in files.documentation_pages():
        if notebook := getattr(file.page, "notebook", None):
            path = Path(file.abs_dest_path).with_name(f"{Path(file.src_uri).stem}.ipynb")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(nbformat.writes(complete(file.page, *notebook, config, files)) + "\n", "utf-8")
