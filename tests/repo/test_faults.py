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


def edit(file: str, old: str, new: str) -> Callable[[Path], object]:
    """The fault of replacing a text that must be there."""

    def fault(book: Path) -> None:
        text = (book / file).read_text("utf-8")
        assert old in text, f"{file} no longer holds {old!r}: choose another fault"
        (book / file).write_text(text.replace(old, new, 1), "utf-8")

    return fault


def remove(file: str) -> Callable[[Path], object]:
    return lambda book: (book / file).unlink()


def both(old: str, new: str) -> Callable[[Path], object]:
    """The same edit of the page in both languages, so that only what it breaks is found."""

    def fault(book: Path) -> None:
        for locale in LOCALES:
            edit(f"docs/{locale}/understand/gradient.md", old, new)(book)

    return fault


def copied(name: str, new: str) -> Callable[[Path], object]:
    """The fault of a file of the page's snippets that stands there once more, under another name."""
    return lambda book: shutil.copy(book / CODE / name, book / CODE / new)


def without_paragraph(book: Path) -> None:
    """The fault of leaving out the first paragraph without a link or a formula."""
    page = book / ENGLISH
    text = page.read_text("utf-8")
    (first, *_) = re.findall(r"^\w[^$\[\n]+\n\n", text, re.MULTILINE)
    page.write_text(text.replace(first, "", 1), "utf-8")


PAGE, CODE = "docs/zh/understand/gradient.md", "snippets/understand/gradient"
ENGLISH = "docs/en/understand/gradient.md"
BLOCK = '```python\n--8<-- "understand/gradient/clean.py"\n```'
OUTPUT = '```text\n--8<-- "understand/gradient/clean.out"\n```'
FORMULA = '$$\n--8<-- "understand/gradient/functions.tex"\n$$'
CLEAN = rf"`{CODE}/clean.py` on cpu: "


# Each fault, and what the check that must find it says: of a page's blocks, after the place on the Chinese page …
IN_BLOCKS = {
    "digit in .out": (
        edit(f"{CODE}/clean.out", "1.4000", "1.4001"),
        rf"{CLEAN}not what {CODE}/clean.out:1 records"
        r"(?s:.*)-tensor\(1.1000\) tensor\(1.4001\)(?s:.*)pytest --record",
    ),
    "digit in .tex": (
        edit(f"{CODE}/products.tex", "0.3 \\times 3", "0.3 \\times 4"),
        rf".*not what {CODE}/products.tex:3 records",
    ),
    "digit in the text of an .svg": (
        edit(f"{CODE}/product.svg", ">1.4<", ">1.5<"),
        rf".*not what {CODE}/product.svg:\d+ records",
    ),
    "operator in a snippet": (
        edit(f"{CODE}/clean.py", "x1 * x2 * x3", "x1 + x2 * x3"),
        rf"{CLEAN}not what {CODE}/clean.out:1 records",
    ),
    "error in a snippet": (
        edit(f"{CODE}/clean.py", "y.backward(v)", "y.backward()"),
        rf".*raises at {CODE}/clean.py:\d+\nRuntimeError: grad can be implicitly",
    ),
    "error gone from a snippet that must raise": (
        edit(f"{CODE}/integers.py", "tensor(1,", "tensor(1.0,"),
        r".*runs through, but the page shows that it raises",
    ),
    "include of a missing file": (both("gradient/clean.py", "gradient/gone.py"), f"{CODE}/gone.py is not there"),
    "output without its block": (both(f"{BLOCK}\n\n", ""), "this output does not follow its `python` fence"),
    "block that prints without an output": (
        both(f"{OUTPUT}\n\n", ""),
        f"{CLEAN}prints, but no output fence follows it",
    ),
    "output of another snippet": (
        both("gradient/clean.out", "gradient/matrix.out"),
        f"{CODE}/matrix.out follows {CODE}/clean.py",
    ),
    "code that does not come from snippets": (
        both(BLOCK, "```python\nprint(1)\n```"),
        "a `python` fence holds one line, --8<--",
    ),
    "notest": (both("```python", "```python notest"), "the fence `python notest` would"),
    "Python capitalised": (both("```python", "```Python"), "the fence `Python` would"),
    "pycon": (both("```python", "```pycon"), "the fence `pycon` would be shown but"),
    "fence in an admonition": (
        both(BLOCK, "!!! note\n\n    ```python\n    print(1)\n    ```"),
        "this fence is inside another block",
    ),
    "fence in a tab": (
        both(BLOCK, '=== "A"\n\n    ```python\n    print(1)\n    ```'),
        "this fence is inside another block",
    ),
    "indented code": (both(BLOCK, "    print(1)"), r"the site shows \d+ blocks of code here"),
}
# … of their run on the simulated device, likewise …
ON_SIM = {
    "gradient left on the CPU": (
        edit(f"{CODE}/clean.py", "0.3])", '0.3], device="cpu")'),
        rf"`{CODE}/clean.py` on sim: raises at {CODE}/clean.py:\d+\n"
        r"RuntimeError: invalid gradient at index 0 - expected device sim:0 but got cpu",
    ),
}
# … of the folder of snippets, after the folder …
IN_RECORDINGS = {
    "orphan recording": (remove(f"{CODE}/clean.py"), "clean.out:1: recorded from clean.py, which is not there"),
    "unrecorded snippet": (remove(f"{CODE}/clean.out"), r"clean.py:1: has 0 recordings \(none\)"),
    "snippet that no page shows": (copied("clean.py", "extra.py"), "extra.py:1: no page shows this snippet"),
    "file that is neither snippet nor recording": (
        copied("clean.out", "clean.txt"),
        "clean.txt:1: neither a snippet nor a recording",
    ),
    "snippet with the name of a module": (
        copied("clean.py", "numpy.py"),
        "numpy.py:1: has the name of a module that others import",
    ),
}
# … of both languages, after the Chinese page's line and `has` …
IN_PARITY = {
    "heading in one language": (
        edit(ENGLISH, "## The numbers { #numbers }\n", ""),
        rf"heading ## #numbers\n{ENGLISH}:\d+ has",
    ),
    "anchor in one language": (
        edit(ENGLISH, "{ #numbers }", "{ #figures }"),
        rf"heading ## #numbers\n{ENGLISH}:\d+ has heading ## #figures",
    ),
    "block in one language": (edit(PAGE, f"{BLOCK}\n\n{OUTPUT}", ""), rf".*\n{ENGLISH}:\d+ has fence python"),
    "formula in one language": (
        edit(ENGLISH, FORMULA, ""),
        rf"include understand/gradient/functions.tex\n{ENGLISH}:\d+ has",
    ),
    "inline formula in one language": (
        edit(ENGLISH, "$v = (0.1, 0.2, 0.3)$", "$v = (0.1, 0.2, 0.4)$"),
        rf"paragraph \$J\$, \$v = \(0.1, 0.2, 0.3\)\$.*\n{ENGLISH}:\d+ has paragraph .*0.4\)",
    ),
    "link in one language": (
        edit(ENGLISH, "generated/torch.stack.html", "generated/torch.cat.html"),
        rf"paragraph \S+torch.stack.html\n{ENGLISH}:\d+ has paragraph \S+cat.html",
    ),
    "paragraph in one language": (without_paragraph, rf"paragraph\n{ENGLISH}:\d+ has "),
    "admonition in one language": (
        edit(ENGLISH, "??? question", "??? tip"),
        rf"admonition question.*\n{ENGLISH}:\d+ has admonition tip",
    ),
    "picture in one language": (
        edit(ENGLISH, "understand/gradient/product.svg", "understand/gradient/graph.svg"),
        rf"include understand/gradient/product.svg\n{ENGLISH}:\d+ has include understand/gradient/graph.svg",
    ),
}
# … of the pages themselves …
IN_PAGES = {
    "page in one language": (remove(ENGLISH), f"{PAGE}:1: there is no {ENGLISH}"),
    "heading without an anchor": (both(" { #numbers }", ""), rf"{PAGE}:\d+: give this heading an anchor"),
}
# … and of the build.
IN_BUILD = {
    "broken link": (both("](gradient.md)", "](nowhere.md)"), "gradient.md' contains a link 'nowhere.md'"),
    "broken anchor": (both("](gradient.md)", "](#nowhere)"), "gradient.md' contains a link '#nowhere', but there"),
    "malformed TeX in a page": (
        both(r"$\partial A / \partial x_i$", r"$\frac{A$"),
        rf"{PAGE}:\d+: malformed TeX: Missing close brace",
    ),
    "malformed TeX in a recording": (
        edit(f"{CODE}/functions.tex", "x_{1}", "x_{1"),
        rf"{PAGE}:\d+: .*{CODE}/functions.tex:1: malformed TeX",
    ),
}
# name: (the fault, the check that must find it, what it must say)
FAULTS = {
    name: (fault, check, place + message)
    for check, place, group in (
        (CPU, rf"{PAGE}:\d+: ", IN_BLOCKS),
        ((*PYTEST, "--device", "sim", "docs"), rf"{PAGE}:\d+: ", ON_SIM),
        (RECORDINGS, f"{CODE}/", IN_RECORDINGS),
        (PARITY, rf"{PAGE}:\d+ has ", IN_PARITY),
        (PARITY, "", IN_PAGES),
        (BUILD, "", IN_BUILD),
    )
    for name, (fault, message) in group.items()
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
