"""Put faults into the book, one at a time, and count those that its checks find.

    python -m benchmarks.mutations            all kinds
    python -m benchmarks.mutations snippets   one kind: outputs, snippets, structure, checks

Faults that the same check judges are put in and judged together, in this process: a snippet's recording is read once for
all its digits, and torch is imported once for all changed snippets. Prints a table, then every fault that slipped through.
"""

import ast
import contextlib
import copy
import dataclasses
import itertools
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tests import parity
from tests.doctests import Checked, block_of
from tests.execute import SCRIPT, Run, run, run_here, run_script
from tests.pages import DOCS, PageError, Shown, fences, pages, relative, shown, span, tokens
from tests.test_faults import FAULTS, copy_book, judge

SECONDS = 20  # a changed snippet that runs longer than this is found: it hangs
DIGIT = re.compile(r"\d")
SWAPPED = ("heading", "include", "paragraph", "table row", "admonition", "image")  # what stands on one line
OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Lt: ast.GtE,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
NAMES = {
    "sum": "mean",
    "mean": "sum",
    "prod": "sum",
    "sin": "cos",
    "cos": "sin",
    "exp": "sin",
    "tanh": "sin",
    "sqrt": "square",
    "square": "sqrt",
    "ones": "zeros",
    "zeros": "ones",
    "ones_like": "zeros_like",
    "zeros_like": "ones_like",
    "eye": "ones",
    "vjp": "jvp",
    "jvp": "vjp",
    "max": "min",
    "min": "max",
    "stack": "hstack",
    "relu": "tanh",
    "grad": "data",
}


@dataclasses.dataclass(frozen=True)
class Fault:
    kind: str
    place: str
    what: str
    found: bool


def parts() -> list[Shown]:
    """Every snippet that a page shows, once, with its recording if any page shows that."""
    best: dict[Path, Shown] = {}
    for page in pages():
        for part in shown(page):
            if part.snippet not in best or best[part.snippet].recording is None:
                best[part.snippet] = part
    return list(best.values())


def unlike(part: Shown, result: Run) -> bool:
    """What the doc-tests say of a run on the CPU."""
    return bool(Checked().unlike_page(block_of(part, "cpu"), result))


def outputs(folder: Path) -> Iterator[Fault]:
    """Each digit of each recording, changed."""
    changed = folder / "recording"
    for part in parts():
        if part.recording is None:
            continue
        text, result = part.recording.read_text("utf-8"), run(part.snippet, "cpu")
        for digit in DIGIT.finditer(text):
            changed.write_text(text[: digit.start()] + str((int(digit[0]) + 1) % 10) + text[digit.end() :], "utf-8")
            line = text.count("\n", 0, digit.start()) + 1
            found = unlike(dataclasses.replace(part, recording=changed), result)
            yield Fault(f"digit in {part.recording.suffix}", f"{relative(part.recording)}:{line}", digit[0], found)


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Each way to change one operator, number, argument, method name or statement: line, what, and the new source."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    for index, node in enumerate(nodes):
        for what, change in changes(node):
            other = copy.deepcopy(tree)
            twin = next(twin for number, twin in enumerate(ast.walk(other)) if number == index)
            change(twin)
            yield getattr(node, "lineno", 1), what, ast.unparse(ast.fix_missing_locations(other))


def changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """The changes of one node, each as its description and the function that makes it in a copy."""
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        new = OPERATORS[type(node.op)]
        yield f"operator {type(node.op).__name__} → {new.__name__}", lambda n: setattr(n, "op", new())
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        other = OPERATORS[type(node.ops[0])]
        yield f"operator {type(node.ops[0]).__name__} → {other.__name__}", lambda n: n.ops.__setitem__(0, other())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "operator - → +", lambda n: setattr(n, "op", ast.UAdd())
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex):
        value = not node.value if isinstance(node.value, bool) else node.value + 1
        yield f"number {node.value} → {value}", lambda n: setattr(n, "value", value)
    if isinstance(node, ast.Call):
        if node.args:
            yield "argument dropped", lambda n: n.args.pop()
        if len(node.args) == 2:
            yield "arguments swapped", lambda n: n.args.reverse()
        for number, keyword in enumerate(node.keywords):
            yield f"argument {keyword.arg} dropped", partial(drop, number)
    if isinstance(node, ast.Attribute) and node.attr in NAMES:
        yield f"name {node.attr} → {NAMES[node.attr]}", lambda n: setattr(n, "attr", NAMES[n.attr])


def drop(number: int, call: ast.Call) -> None:
    call.keywords.pop(number)


class Hangs(BaseException):
    """Not an Exception, so that no snippet catches it."""


@contextlib.contextmanager
def limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Hangs

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def snippets(folder: Path) -> Iterator[Fault]:
    """Each operator, number, argument and method name of each snippet, changed. Scripts are judged beside the others."""
    with ThreadPoolExecutor(1) as beside:
        judged = []
        for part in sorted(parts(), key=lambda part: not is_script(part)):
            script = is_script(part)
            for number, (line, what, changed) in enumerate(mutants(part.snippet.read_text("utf-8"))):
                fault = partial(Fault, f"{what.split()[0]} in a snippet", f"{relative(part.snippet)}:{line}", what)
                if script:
                    file = folder / f"{part.snippet.stem}_{number}.py"
                    judged.append((fault, beside.submit(found_in_script, part, file, changed)))
                else:
                    yield fault(found_here(part, changed))
        yield from (fault(verdict.result()) for fault, verdict in judged)


def is_script(part: Shown) -> bool:
    return SCRIPT.search(part.snippet.read_text("utf-8")) is not None


def found_here(part: Shown, changed: str) -> bool:
    try:
        with limited():
            return unlike(part, run_here(part.snippet, changed, "cpu"))
    except Hangs:
        return True


def found_in_script(part: Shown, script: Path, changed: str) -> bool:
    script.write_text(changed, "utf-8")
    try:
        return unlike(part, run_script(script, "cpu", SECONDS))
    except subprocess.TimeoutExpired:
        return True


def structure(folder: Path) -> Iterator[Fault]:
    """Each line that holds a part of a page, removed or swapped with the next in one language; broken includes and fences."""
    for zh in pages("zh"):
        en = DOCS / "en" / zh.relative_to(DOCS / "zh")
        for page, twin in (zh, en), (en, zh):
            lines = page.read_text("utf-8").splitlines()
            held = {part.line: part for part in parity.outline(page)}
            for number, part in held.items():
                changed = write(folder / page.name, [*lines[: number - 1], *lines[number:]])
                found = bool(list(parity.differences(changed, twin)))
                yield Fault(f"{part.kind} removed", f"{relative(page)}:{number}", str(part), found)
            for one, other in neighbours(held.values()):
                changed = write(folder / page.name, swapped(lines, one.line, other.line))
                found = bool(list(parity.differences(changed, twin)))
                yield Fault(f"{one.kind} swapped", f"{relative(page)}:{one.line}", f"with line {other.line}", found)
            for fence in [fence for fence in fences(page) if fence.info in parity.INCLUDES]:
                number = span(fence)[0] + 1
                for what, text in ("include broken", '--8<-- "gone/gone.py"'), ("fence filled by hand", "print(1)"):
                    changed = write(folder / page.name, [*lines[:number], text, *lines[span(fence)[1] - 1 :]])
                    yield Fault(what, f"{relative(page)}:{number}", fence.info, refused(changed))
            yield Fault("page removed", relative(page), "", removed(folder / "book", page))


def neighbours(parts: Iterable[parity.Part]) -> Iterator[tuple[parity.Part, parity.Part]]:
    """Each two parts of a kind that follow one another and can be told apart in any language."""
    kinds: dict[str, list[parity.Part]] = {}
    for part in parts:
        kinds.setdefault(part.kind, []).append(part)
    for kind in SWAPPED:
        yield from (pair for pair in itertools.pairwise(kinds.get(kind, [])) if pair[0] != pair[1])


def swapped(lines: list[str], one: int, other: int) -> list[str]:
    """Two lines, counted from 1, in each other's place."""
    lines = list(lines)
    lines[one - 1], lines[other - 1] = lines[other - 1], lines[one - 1]
    return lines


def write(file: Path, lines: list[str]) -> Path:
    file.write_text("\n".join(lines) + "\n", "utf-8")
    tokens.cache_clear()
    return file


def refused(page: Path) -> bool:
    try:
        list(shown(page))
    except PageError:
        return True
    return False


def removed(book: Path, page: Path) -> bool:
    """Whether a book without this page is found to have a page in one language only."""
    for other in pages():
        file = book / other.relative_to(DOCS)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (book / page.relative_to(DOCS)).unlink()
    return any(True for _ in parity.unpaired(book))


# Each check, as the first line of its body that switches it off, and a fault that must then slip through.
CHECKS = {
    ("tests/pages.py", "def check_fences(page: Path) -> None:", "return"): "notest",
    ("tests/parity.py", "def differences(zh: Path, en: Path) -> Iterator[str]:", "return"): "heading in one language",
    ("tests/parity.py", "def unpaired(docs: Path = DOCS) -> Iterator[str]:", "return"): "page in one language",
    ("tests/parity.py", "def without_anchor(page: Path) -> Iterator[str]:", "return"): "heading without an anchor",
    (
        "tests/test_recordings.py",
        "def stray_files() -> Iterator[str]:",
        "return",
    ): "file that is neither snippet nor recording",
    ("tests/test_recordings.py", "def shadowing() -> Iterator[str]:", "return"): "snippet with the name of a module",
    ("tests/test_recordings.py", "def orphans() -> Iterator[str]:", "return"): "orphan recording",
    ("tests/test_recordings.py", "def unrecorded() -> Iterator[str]:", "return"): "unrecorded snippet",
    ("tests/test_recordings.py", "def unshown() -> Iterator[str]:", "return"): "snippet that no page shows",
    ("tests/doctests.py", "def unlike_page(self, test: Block, result: Run) -> str:", 'return ""'): "digit in .out",
    (
        "tests/doctests.py",
        "def unlike_elsewhere(self, test: Block, result: Run) -> str:",
        'return ""',
    ): "block that prints without an output",
    (
        "hooks/render_math.py",
        "def on_page_content(content, page, config, files):",
        "return content",
    ): "malformed TeX in a page",
}


def checks(folder: Path) -> Iterator[Fault]:
    """Each check, switched off: the fault that it is there for must slip through, or the check could be deleted."""
    for number, ((file, function, instead), name) in enumerate(CHECKS.items()):
        book = copy_book(folder / str(number))
        source = (book / file).read_text("utf-8")
        assert function in source, f"{file} no longer holds {function!r}"
        indent = " " * (8 if "self" in function else 4)
        (book / file).write_text(source.replace(function, f"{function}\n{indent}{instead}", 1), "utf-8")
        _, output = judge(book, name)
        slipped = not re.search(FAULTS[name][2], output)
        yield Fault("check switched off", f"{file}: {function}", f"fault: {name}", slipped)
        shutil.rmtree(book)


KINDS = {"outputs": outputs, "snippets": snippets, "structure": structure, "checks": checks}


def main() -> None:
    chosen = sys.argv[1:] or list(KINDS)
    faults: list[Fault] = []
    with tempfile.TemporaryDirectory() as name:
        for kind in chosen:
            folder = Path(name, kind)
            folder.mkdir()
            start = time.perf_counter()
            faults += KINDS[kind](folder)
            print(f"{kind}: {time.perf_counter() - start:.0f} s", flush=True)
    print(f"\n{'fault':32} {'put in':>8} {'found':>8}")
    for kind in sorted({fault.kind for fault in faults}):
        mine = [fault for fault in faults if fault.kind == kind]
        print(f"{kind:32} {len(mine):8} {sum(fault.found for fault in mine):8}")
    print("\nslipped through:")
    for fault in faults:
        if not fault.found:
            print(f"  {fault.place}: {fault.kind}: {fault.what}")


if __name__ == "__main__":
    main()
