"""What it costs to run the pages' blocks and compare their output, beside other ways to run the same blocks.

    pip install sybil==10.1.0 pytest-examples==0.0.18
    python -m benchmarks.doctest_cost

All ways run the same blocks on the CPU, in turn, in one run; each time is the median of ROUNDS whole processes. Only blocks
that run through are used, since not every way can expect an error; scripts that start processes are left out, and so are
warnings, which torch gives once a process unless it is told otherwise.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from book.pages import examples, pages
from book.paths import ROOT
from tests.plugin.execute import SCRIPT

ROUNDS = 3
SCALES = (1, 4, 16)
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
SYBIL = """
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"]).pytest()
"""
EXAMPLES = """
import pytest
from pytest_examples import find_examples


@pytest.mark.parametrize("example", find_examples("pages"), ids=str)
def test_example(example, eval_example):
    eval_example.run(example)
"""


def snippets() -> list[Path]:
    """The snippets that run through in this process, once each."""
    found = {example.snippet for page in pages("zh") for example in examples(page) if example.language == "text"}
    texts = {file: file.read_text("utf-8") for file in found}
    return sorted(file for file, text in texts.items() if not SCRIPT.search(text) and "import warnings" not in text)


def own_copy(root: Path, scale: int) -> Path:
    """This project with nothing but the blocks, `scale` times, as a page a folder of snippets."""
    book = root / f"own{scale}"
    book.mkdir()
    for name in ("conftest.py", "pyproject.toml", "mkdocs.yml"):
        shutil.copy(ROOT / name, book)
    for folder in ("tests", "book", "docs/assets", "benchmarks"):
        shutil.copytree(ROOT / folder, book / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "snippets", book / "snippets", ignore=shutil.ignore_patterns("__pycache__"))
    for number in range(scale):
        texts: dict[str, list[str]] = {}
        for snippet in snippets():
            folder = f"{snippet.parent.name}_{number}"
            (book / "snippets" / folder).mkdir(exist_ok=True)
            for file in (snippet, snippet.with_suffix(".out")):
                shutil.copy(file, book / "snippets" / folder)
            name = f"{folder}/{snippet.stem}"
            block = f'```python\n--8<-- "{name}.py"\n```\n\n```text\n--8<-- "{name}.out"\n```\n'
            texts.setdefault(folder, []).append(block)
        for folder, found in texts.items():
            page = book / "docs" / "zh" / f"{folder}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("\n".join(found), "utf-8")
    return book


def plain_copy(root: Path, scale: int) -> Path:
    """The same blocks written out in Markdown, for ways that neither include nor compare."""
    folder = root / f"plain{scale}"
    texts: dict[str, list[str]] = {}
    for number in range(scale):
        for snippet in snippets():
            block = f"```python\n{snippet.read_text('utf-8')}```\n"
            texts.setdefault(f"{snippet.parent.name}_{number}", []).append(block)
    (folder / "pages").mkdir(parents=True)
    for name, found in texts.items():
        (folder / "pages" / f"{name}.md").write_text("\n".join(found), "utf-8")
    (folder / "with_sybil").mkdir()
    shutil.copytree(folder / "pages", folder / "with_sybil" / "pages")
    (folder / "with_sybil" / "conftest.py").write_text(SYBIL, "utf-8")
    (folder / "test_examples.py").write_text(EXAMPLES, "utf-8")
    return folder


def seconds(command: tuple[str, ...], folder: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed in {folder}\n{(done.stdout + done.stderr)[-3000:]}")
    if counted := re.search(r"(\d+) passed", done.stdout):
        print(f"    {counted[1]} passed in {taken:.1f} s", file=sys.stderr)
    return taken


def process_per_block(folder: Path) -> float:
    """One process a block, measured on a tenth of the blocks and multiplied."""
    some = snippets()[::10]
    return sum(seconds((sys.executable, str(snippet)), ROOT) for snippet in some) * len(snippets()) / len(some)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root, count = Path(name), len(snippets())
        own = {scale: own_copy(root, scale) for scale in SCALES}
        plain = {scale: plain_copy(root, scale) for scale in SCALES}
        ways = {
            "import torch alone": lambda n: seconds((sys.executable, "-c", "import torch"), root),
            "this suite, compared": lambda n: seconds((*PYTEST, "--device", "cpu", "docs"), own[n]),
            "the plugin, not compared": lambda n: seconds((*PYTEST, "--markdown-docs", "pages"), plain[n]),
            "sybil, not compared": lambda n: seconds((*PYTEST, "-p", "no:markdown-docs", "with_sybil"), plain[n]),
            "pytest-examples, not compared": lambda n: seconds((*PYTEST, "test_examples.py"), plain[n]),
        }
        print(f"{'':32}" + "".join(f"{count * scale:>8} blocks" for scale in SCALES))
        for way, run in ways.items():
            medians = [statistics.median(run(scale) for _ in range(ROUNDS)) for scale in SCALES]
            print(f"{way:32}" + "".join(f"{median:13.2f} s" for median in medians), flush=True)
        print(f"{'one process a block':32}{process_per_block(root):13.2f} s")


if __name__ == "__main__":
    main()
