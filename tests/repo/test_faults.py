"""Put one fault into a copy of a small book, and expect the checks to stop with its file and line."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from book.paths import LOCALES
from tests.forked import Done, run
from tests.small_book import CPU, PYTEST, copy_book

BUILD = ("mkdocs", "build", "--strict", "--site-dir", "built")
RECORDINGS = (*PYTEST, "tests/plugin/test_recordings.py")
PARITY = (*PYTEST, "tests/book/test_parity.py")


def edit(file: str, old: str, new: str, count: int = 1) -> Callable[[Path], None]:
    """The fault of replacing a text that must be there."""

    def fault(book: Path) -> None:
        text = (book / file).read_text("utf-8")
        assert old in text, f"{file} no longer holds {old!r}: choose another fault"
        (book / file).write_text(text.replace(old, new, count), "utf-8")

    return fault


def remove(file: str) -> Callable[[Path], None]:
    return lambda book: (book / file).unlink()


def both(old: str, new: str) -> Callable[[Path], None]:
    """The same edit of the page in both languages, so that only what it breaks is found."""

    def fault(book: Path) -> None:
        for locale in LOCALES:
            edit(f"docs/{locale}/understand/gradient.md", old, new)(book)

    return fault


def without_paragraph(page: Path) -> None:
    """The fault of leaving out the first paragraph without a link or a formula."""
    text = page.read_text("utf-8")
    (first, *_) = re.findall(r"^\w[^$\[\n]+\n\n", text, re.MULTILINE)
    page.write_text(text.replace(first, "", 1), "utf-8")


BLOCK = '```python\n--8<-- "understand/gradient/clean.py"\n```'
OUTPUT = '```text\n--8<-- "understand/gradient/clean.out"\n```'
FORMULA = '$$\n--8<-- "understand/gradient/functions.tex"\n$$'

# name: (the fault, the check that must find it, what it must say)
FAULTS = {
    "digit in .out": (
        edit("snippets/understand/gradient/clean.out", "1.4000", "1.4001"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: `snippets/understand/gradient/clean.py` on cpu: not what snippets/understand/gradient/clean.out:1 records"
        r"(?s:.*)-tensor\(1.1000\) tensor\(1.4001\)(?s:.*)pytest --record",
    ),
    "digit in .tex": (
        edit("snippets/understand/gradient/products.tex", "0.3 \\times 3", "0.3 \\times 4"),
        CPU,
        r"docs/en/understand/gradient.md:\d+: .*not what snippets/understand/gradient/products.tex:3 records",
    ),
    "digit in the text of an .svg": (
        edit("snippets/understand/gradient/product.svg", ">1.4<", ">1.5<"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: .*not what snippets/understand/gradient/product.svg:\d+ records",
    ),
    "operator in a snippet": (
        edit("snippets/understand/gradient/clean.py", "x1 * x2 * x3", "x1 + x2 * x3"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: `snippets/understand/gradient/clean.py` on cpu: not what snippets/understand/gradient/clean.out:1 records",
    ),
    "error in a snippet": (
        edit("snippets/understand/gradient/clean.py", "y.backward(v)", "y.backward()"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: .*raises at snippets/understand/gradient/clean.py:\d+\nRuntimeError: grad can be implicitly",
    ),
    "error gone from a snippet that must raise": (
        edit("snippets/understand/gradient/integers.py", "tensor(1,", "tensor(1.0,"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: .*runs through, but the page shows that it raises",
    ),
    "gradient left on the CPU": (
        edit("snippets/understand/gradient/clean.py", "0.3])", '0.3], device="cpu")'),
        (*PYTEST, "--device", "sim", "docs"),
        r"docs/zh/understand/gradient.md:\d+: `snippets/understand/gradient/clean.py` on sim: raises at snippets/understand/gradient/clean.py:\d+\n"
        r"RuntimeError: invalid gradient at index 0 - expected device sim:0 but got cpu",
    ),
    "include of a missing file": (
        both('"understand/gradient/clean.py"', '"understand/gradient/gone.py"'),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: snippets/understand/gradient/gone.py is not there",
    ),
    "output without its block": (
        both(BLOCK + "\n\n", ""),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: this output does not follow its `python` fence",
    ),
    "block that prints without an output": (
        both(OUTPUT + "\n\n", ""),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: `snippets/understand/gradient/clean.py` on cpu: prints, but no output fence follows it",
    ),
    "output of another snippet": (
        both('"understand/gradient/clean.out"', '"understand/gradient/matrix.out"'),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: snippets/understand/gradient/matrix.out follows snippets/understand/gradient/clean.py",
    ),
    "code that does not come from snippets": (
        both(BLOCK, "```python\nprint(1)\n```"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: a `python` fence holds one line, --8<--",
    ),
    "notest": (
        both("```python", "```python notest"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: the fence `python notest` would",
    ),
    "Python capitalised": (
        both("```python", "```Python"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: the fence `Python` would",
    ),
    "pycon": (
        both("```python", "```pycon"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: the fence `pycon` would be shown but",
    ),
    "fence in an admonition": (
        both(BLOCK, "!!! note\n\n    ```python\n    print(1)\n    ```"),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: this fence is inside another block",
    ),
    "fence in a tab": (
        both(BLOCK, '=== "A"\n\n    ```python\n    print(1)\n    ```'),
        CPU,
        r"docs/zh/understand/gradient.md:\d+: this fence is inside another block",
    ),
    "indented code": (
        both(BLOCK, "    print(1)"),
        CPU,
        r"docs/zh/understand/gradient.md:1: the site shows \d+ blocks of code here",
    ),
    "orphan recording": (
        remove("snippets/understand/gradient/clean.py"),
        RECORDINGS,
        r"snippets/understand/gradient/clean.out:1: recorded from clean.py, which is not there",
    ),
    "unrecorded snippet": (
        remove("snippets/understand/gradient/clean.out"),
        RECORDINGS,
        r"snippets/understand/gradient/clean.py:1: has 0 recordings \(none\)",
    ),
    "snippet that no page shows": (
        lambda book: shutil.copy(
            book / "snippets/understand/gradient/clean.py", book / "snippets/understand/gradient/extra.py"
        ),
        RECORDINGS,
        r"snippets/understand/gradient/extra.py:1: no page shows this snippet",
    ),
    "file that is neither snippet nor recording": (
        lambda book: shutil.copy(
            book / "snippets/understand/gradient/clean.out", book / "snippets/understand/gradient/clean.txt"
        ),
        RECORDINGS,
        r"snippets/understand/gradient/clean.txt:1: neither a snippet nor a recording",
    ),
    "snippet with the name of a module": (
        lambda book: shutil.copy(
            book / "snippets/understand/gradient/clean.py", book / "snippets/understand/gradient/numpy.py"
        ),
        RECORDINGS,
        r"snippets/understand/gradient/numpy.py:1: has the name of a module that others import",
    ),
    "page in one language": (
        remove("docs/en/understand/gradient.md"),
        PARITY,
        r"docs/zh/understand/gradient.md:1: there is no docs/en/understand/gradient.md",
    ),
    "heading in one language": (
        edit("docs/en/understand/gradient.md", "## The numbers { #numbers }\n", ""),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has heading ## #numbers\ndocs/en/understand/gradient.md:\d+ has",
    ),
    "anchor in one language": (
        edit("docs/en/understand/gradient.md", "{ #numbers }", "{ #figures }"),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has heading ## #numbers\ndocs/en/understand/gradient.md:\d+ has heading ## #figures",
    ),
    "heading without an anchor": (
        both(" { #numbers }", ""),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+: give this heading an anchor",
    ),
    "block in one language": (
        edit("docs/zh/understand/gradient.md", f"{BLOCK}\n\n{OUTPUT}", ""),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has .*\ndocs/en/understand/gradient.md:\d+ has fence python",
    ),
    "formula in one language": (
        edit("docs/en/understand/gradient.md", FORMULA, ""),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has include understand/gradient/functions.tex\ndocs/en/understand/gradient.md:\d+ has",
    ),
    "inline formula in one language": (
        edit("docs/en/understand/gradient.md", "$v = (0.1, 0.2, 0.3)$", "$v = (0.1, 0.2, 0.4)$"),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has paragraph \$J\$, \$v = \(0.1, 0.2, 0.3\)\$.*\ndocs/en/understand/gradient.md:\d+ has paragraph .*0.4\)",
    ),
    "link in one language": (
        edit("docs/en/understand/gradient.md", "generated/torch.stack.html", "generated/torch.cat.html"),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has paragraph \S+torch.stack.html\ndocs/en/understand/gradient.md:\d+ has paragraph \S+cat.html",
    ),
    "paragraph in one language": (
        lambda book: without_paragraph(book / "docs/en/understand/gradient.md"),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has paragraph\ndocs/en/understand/gradient.md:\d+ has ",
    ),
    "admonition in one language": (
        edit("docs/en/understand/gradient.md", "??? question", "??? tip"),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has admonition question.*\ndocs/en/understand/gradient.md:\d+ has admonition tip",
    ),
    "picture in one language": (
        edit("docs/en/understand/gradient.md", "understand/gradient/product.svg", "understand/gradient/graph.svg"),
        PARITY,
        r"docs/zh/understand/gradient.md:\d+ has include understand/gradient/product.svg\ndocs/en/understand/gradient.md:\d+ has include understand/gradient/graph.svg",
    ),
    "broken link": (both("](gradient.md)", "](nowhere.md)"), BUILD, r"gradient.md' contains a link 'nowhere.md'"),
    "broken anchor": (
        both("](gradient.md)", "](#nowhere)"),
        BUILD,
        r"gradient.md' contains a link '#nowhere', but there",
    ),
    "malformed TeX in a page": (
        both(r"$\partial A / \partial x_i$", r"$\frac{A$"),
        BUILD,
        r"docs/zh/understand/gradient.md:\d+: malformed TeX: Missing close brace",
    ),
    "malformed TeX in a recording": (
        edit("snippets/understand/gradient/functions.tex", "x_{1}", "x_{1"),
        BUILD,
        r"docs/zh/understand/gradient.md:\d+: .*snippets/understand/gradient/functions.tex:1: malformed TeX",
    ),
}


SOUND = {"blocks": CPU, "recordings": RECORDINGS, "parity": PARITY, "build": BUILD}


def outcome(folder: Path, name: str) -> Done:
    """How the check ends that a fault, or a sound copy, is given to."""
    fault, check, _ = FAULTS.get(name) or (lambda book: None, SOUND[name], "")
    book = copy_book(folder)
    fault(book)
    return run(check, book)


@pytest.fixture(scope="module")
def outcomes(request, tmp_path_factory) -> Iterator[dict[str, Future]]:
    """Every selected fault, each in a copy and a process of its own, as many at a time as there are cores."""
    names = [item.callspec.params["name"] for item in request.session.items if item.path == request.path]
    root = tmp_path_factory.mktemp("faults")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield {name: pool.submit(outcome, root / str(number), name) for number, name in enumerate(names)}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(outcomes, name: str):
    status, output = outcomes[name].result()
    message = FAULTS[name][2]
    assert status not in (0, 5), f"no check found the fault\n{output[-3000:]}"
    assert re.search(message, output), f"not found in the output: {message}\n{output[-3000:]}"


@pytest.mark.parametrize("name", SOUND)
def test_copy_without_a_fault_passes(outcomes, name: str):
    status, output = outcomes[name].result()
    assert status == 0, output[-3000:]
