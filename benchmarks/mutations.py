"""Put faults into the book, one at a time, and count those that its checks find.

    python -m benchmarks.mutations            all kinds
    python -m benchmarks.mutations snippets   one kind: outputs, snippets, structure, checks

Faults that the same check judges are put in and judged together, in one process for each core: a snippet's recording is
read once for all its digits, and torch is imported once for many changed snippets. A changed snippet that goes unnoticed is
then compared with the unchanged one on other numbers, to tell a gap from two programs that always print the same. Prints
a table, every fault that slipped through, and every pair of equal programs with the reason.
"""

import ast
import contextlib
import copy
import dataclasses
import importlib
import itertools
import multiprocessing
import os
import random
import re
import runpy
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import torch

from book import parity
from book.pages import Example, PageError, examples, fences, pages, span, tokens
from book.paths import CACHE, DOCS, ROOT, relative
from tests import forked
from tests.plugin.doctests import Checked, block_of
from tests.plugin.execute import SCRIPT, Run, run, run_here, run_of_process
from tests.repo.test_faults import FAULTS
from tests.small_book import PYTEST, copy_all, copy_book

FORKSERVER = multiprocessing.get_context("forkserver")
FORKSERVER.set_forkserver_preload(["tests.plugin.doctests", "torch.distributed"])
SECONDS = 20  # a changed snippet that runs longer than this is found: it hangs
AT_ONCE = 4  # scripts: their processes wait for one another, and some hang
DRAWS, ATTEMPTS = 3, 12  # so often two programs must print the same on other numbers; not all numbers suit a snippet
DIGIT = re.compile(r"\d")
FLAG = re.compile(r"argument \w+ dropped|number (True|False)")
SWAPPED = ("heading", "include", "paragraph", "table row", "admonition", "image")  # what stands on one line
RANDOM = {"ones": "rand", "zeros": "rand", "ones_like": "rand_like", "zeros_like": "rand_like"}
REASONS = {  # why two programs print the same
    "number": "nothing that is shown depends on this number",
    "operator": "nothing that is shown depends on this value",
    "name": "nothing that is shown depends on this value",
    "arguments": "nothing that is shown depends on the order of these two",
    "argument": "nothing that is shown depends on this argument",
    "error": "the error is raised for any value of it",
    "flag": "nothing that is shown depends on this flag or keyword",
    "": "they do on these numbers, but were not seen to on others",
}
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult, ast.Mod: ast.Mult, ast.Lt: ast.GtE, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
NAMES = {
    "sum": "mean", "mean": "sum", "prod": "sum", "sin": "cos", "cos": "sin", "exp": "sin", "tanh": "sin",
    "sqrt": "square", "square": "sqrt", "ones": "zeros", "zeros": "ones", "ones_like": "zeros_like",
    "zeros_like": "ones_like", "eye": "ones", "vjp": "jvp", "jvp": "vjp", "max": "min", "min": "max",
    "stack": "vstack", "relu": "tanh", "grad": "data",
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Fault:
    kind: str
    place: str
    what: str
    found: bool
    why: str = ""  # not found: why both programs print the same
    equal: bool = False  # they do so on all numbers


def distinct_examples() -> list[Example]:
    """Every snippet that a page shows, once, with its recording if any page shows that."""
    best: dict[Path, Example] = {}
    for page in pages():
        for example in examples(page):
            if example.snippet not in best or best[example.snippet].recording is None:
                best[example.snippet] = example
    return list(best.values())


def unlike(example: Example, result: Run | None, device: str = "cpu") -> bool:
    """Whether the doc-tests find a run wrong; one that hangs (None) is."""
    return result is None or bool(Checked().mismatch(block_of(example, device), result))


def outputs(example: Example) -> Iterator[Fault]:
    """Each digit of a recording, changed."""
    if example.recording is None:
        return
    text, result = example.recording.read_text("utf-8"), run(example.snippet, "cpu")
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder, example.recording.name)
        changed = dataclasses.replace(example, recording=recording)
        for digit in DIGIT.finditer(text):
            other = text[: digit.start()] + str((int(digit[0]) + 1) % 10) + text[digit.end() :]
            recording.write_text(other, "utf-8")
            line = text.count("\n", 0, digit.start()) + 1
            found = unlike(changed, result)
            yield Fault(
                f"digit in {example.recording.suffix}", f"{relative(example.recording)}:{line}", digit[0], found
            )


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Each way to change one operator, number, argument, method name or statement: line, what, and the new source."""
    for index, node in enumerate(ast.walk(tree)):
        for what, change in changes(node):
            other = copy.deepcopy(tree)
            change(next(itertools.islice(ast.walk(other), index, None)))
            yield getattr(node, "lineno", 1), what, source_of(other)


def source_of(tree: ast.Module) -> str:
    """The program, with a random tensor wherever `redrawn` asked for one and no fault has taken its place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and getattr(node, "drawn", None) == node.attr:
            node.attr = RANDOM[node.attr]
    return ast.unparse(ast.fix_missing_locations(tree))


def redrawn(source: str, seed: int) -> ast.Module:
    """The same program about other numbers: each float and each seed, in every second draw also tensors of ones or zeros."""
    tree, draw, kept = ast.parse(source), random.Random(seed), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("arange", "linspace"):  # another end is another number of elements
                kept |= set(ast.walk(node))
            if node.func.attr == "manual_seed":
                node.args = [ast.Constant(seed + 1)]
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and node not in kept:
            value = node.value or draw.choice((0.0, 1.0))  # an error may need its zero
            node.value = float(f"{value * draw.uniform(0.5, 1.5):.4g}")
        if isinstance(node, ast.Attribute) and node.attr in RANDOM and seed % 2:
            node.drawn = node.attr  # type: ignore[attr-defined]
    return tree


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
            yield f"argument {keyword.arg} dropped", partial(lambda at, n: n.keywords.pop(at), number)
    if isinstance(node, ast.Attribute) and node.attr in NAMES:
        yield f"name {node.attr} → {NAMES[node.attr]}", lambda n: setattr(n, "attr", NAMES[n.attr])


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


def snippets(example: Example) -> Iterator[Fault]:
    """Each operator, number, argument and method name of a snippet, changed."""
    source, raises = example.snippet.read_text("utf-8"), example.language == "pytb"
    changed = list(mutants(ast.parse(source)))
    unnoticed = list(range(len(changed)))
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # a changed snippet may write a file
        for device in "cpu", "sim":
            results = execute(example, [changed[n][2] for n in unnoticed], device)
            unnoticed = [n for n, result in zip(unnoticed, results) if not unlike(example, result, device)]
        equal = equal_programs(example, source, unnoticed)
    for number, (line, what, _) in enumerate(changed):
        # A flag or a keyword of a snippet that prints is what a page is about: never taken for equal.
        flag = not raises and FLAG.match(what) is not None
        reason = "error" if raises else "flag" if flag else what.split()[0]
        yield Fault(
            f"{what.split()[0]} in a snippet",
            f"{relative(example.snippet)}:{line}",
            what,
            found=number not in unnoticed,
            why=REASONS[reason if number in equal else ""],
            equal=number in equal and not flag,
        )


def execute(example: Example, sources: list[str], device: str = "cpu") -> list[Run | None]:
    """What each changed snippet prints; None if it hangs. The simulated device changes its process, so it gets its own."""
    if not sources:
        return []
    if is_script(example):
        with ThreadPoolExecutor(AT_ONCE) as threads:
            return list(threads.map(partial(execute_script, example, device), sources))
    if device == "cpu":
        return [execute_here(example, device, source) for source in sources]
    with ProcessPoolExecutor(1, FORKSERVER, initializer=simulate) as process:
        return list(process.map(partial(execute_here, example, device), sources))


def simulate() -> None:
    importlib.import_module("tests.plugin.sim")
    torch.set_num_threads(1)


def execute_here(example: Example, device: str, source: str) -> Run | None:
    try:
        with limited():
            return run_here(example.snippet, source, device)
    except Hangs:
        return None


def execute_script(example: Example, device: str, source: str) -> Run | None:
    """Run a script in processes of its own that need not import torch: they are forked where that has been done."""
    with tempfile.TemporaryDirectory() as folder:
        script, printed, stderr = (Path(folder, name) for name in (example.snippet.name, "printed", "stderr"))
        script.write_text(source, "utf-8")
        process = FORKSERVER.Process(target=be_script, args=(script, device, printed, stderr))
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            assert process.pid  # it has been started
            os.killpg(process.pid, signal.SIGKILL)
            process.join()
            return None
        return run_of_process(script, process.exitcode, printed.read_text("utf-8"), stderr.read_text("utf-8"))


def be_script(script: Path, device: str, printed: Path, stderr: Path) -> None:
    """Be the process of a script: the leader of a group, so that all that it starts can be ended with it."""
    os.setpgid(0, 0)
    for number, file in (1, printed), (2, stderr):
        os.dup2(os.open(file, os.O_CREAT | os.O_WRONLY), number)
    os.environ["SNIPPET_DEVICE"] = device
    runpy.run_path(str(ROOT / "tests/plugin/launch/sitecustomize.py"))
    torch.multiprocessing.spawn = partial(torch.multiprocessing.start_processes, start_method="fork")
    runpy.run_path(str(script), run_name="__main__")


def is_script(example: Example) -> bool:
    """Whether its changes need processes of their own, to be killed: what waits for a process group hears no alarm."""
    source = example.snippet.read_text("utf-8")
    return SCRIPT.search(source) is not None or "torch.distributed" in source


def equal_programs(example: Example, source: str, unnoticed: list[int]) -> list[int]:
    """Those of the unnoticed changes that nothing could notice: on other numbers, too, both programs print the same."""
    draws = 0
    for seed in range(ATTEMPTS) if unnoticed else ():
        (want,) = execute(example, [source_of(redrawn(source, seed))])
        if want is None or kind_of(want) != kind_of(run(example.snippet, "cpu")):
            continue  # these numbers do not suit the snippet
        changed = [other for _, _, other in mutants(redrawn(source, seed))]
        results = execute(example, [changed[n] for n in unnoticed])
        unnoticed = [n for n, got in zip(unnoticed, results) if got and got.text == want.text]
        draws += 1
        if draws == DRAWS:
            return unnoticed
    return []


def kind_of(result: Run) -> str:
    """The type of the error that ended a run, if one did."""
    return result.error.partition(":")[0]


def structure(zh: Path) -> Iterator[Fault]:
    """Each line that holds a part of a page, removed or swapped with the next in one language; broken includes and fences."""
    en = DOCS / "en" / zh.relative_to(DOCS / "zh")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page, twin in (zh, en), (en, zh):
            lines = page.read_text("utf-8").splitlines()
            held = {part.line: part for part in parity.outline(page)}
            for number, part in held.items():
                changed = write(folder / page.name, [*lines[: number - 1], *lines[number:]])
                yield Fault(f"{part.kind} removed", f"{relative(page)}:{number}", str(part), differ(changed, twin))
            for one, other in neighbours(held.values()):
                changed = write(folder / page.name, swapped(lines, one.line, other.line))
                place, what = f"{relative(page)}:{one.line}", f"with line {other.line}"
                yield Fault(f"{one.kind} swapped", place, what, differ(changed, twin))
            for fence in [fence for fence in fences(page) if fence.info in parity.INCLUDES]:
                number = span(fence)[0] + 1
                for what, text in ("include broken", '--8<-- "gone/gone.py"'), ("fence filled by hand", "print(1)"):
                    changed = write(folder / page.name, [*lines[:number], text, *lines[span(fence)[1] - 1 :]])
                    yield Fault(what, f"{relative(page)}:{number}", fence.info, refused(changed))
            yield Fault("page removed", relative(page), "", removed(folder / "book", page))


def differ(page: Path, twin: Path) -> bool:
    return any(True for _ in parity.differences(page, twin))


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
        list(examples(page))
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


# Each check, as its file and how its function begins, and what is put there to switch it off. What must then happen: the
# named fault slips through, or the tests of the check itself, which put faults in, fail. Otherwise it could be deleted.
CHECKS = {
    ("book/pages.py", "check_fences", "return"): "notest",
    ("book/parity.py", "differences", "return"): "heading in one language",
    ("book/parity.py", "unpaired", "return"): "page in one language",
    ("book/parity.py", "without_anchor", "return"): "heading without an anchor",
    ("tests/plugin/test_recordings.py", "stray_files", "return"): "file that is neither snippet nor recording",
    ("tests/plugin/test_recordings.py", "shadowing", "return"): "snippet with the name of a module",
    ("tests/plugin/test_recordings.py", "orphans", "return"): "orphan recording",
    ("tests/plugin/test_recordings.py", "unrecorded", "return"): "unrecorded snippet",
    ("tests/plugin/test_recordings.py", "unshown", "return"): "snippet that no page shows",
    ("tests/plugin/doctests.py", "mismatch", 'return ""'): "digit in .out",
    ("tests/plugin/doctests.py", "mismatch_elsewhere", 'return ""'): "block that prints without an output",
    ("book/markdown/formulas.py", "run(self, root", "return"): "malformed TeX in a page",
    ("book/outputs.py", "equal_within_rounding", "return True"): ("tests/plugin/test_outputs.py",),
    ("book/outputs.py", "close", "return True"): ("tests/plugin/test_outputs.py",),
    ("tests/plugin/execute.py", "warnings_as_errors", "yield; return"): ("tests/plugin/test_legs.py",),
    ("tests/plugin/execute.py", "defaults", "yield; return"): ("tests/plugin/test_legs.py",),
    ("tests/book/test_prose.py", "untidy", "return"): ("tests/book/test_prose.py",),
    ("tests/book/test_prose.py", "misspelt", "return"): ("tests/book/test_prose.py",),
    ("tests/book/test_prose.py", "uncomputed", "return"): ("tests/book/test_prose.py",),
    ("tests/book/test_glossary.py", "incomplete", "return"): ("tests/book/test_glossary.py",),
    ("tests/book/test_glossary.py", "lost", "return"): ("tests/book/test_glossary.py",),
    ("tests/book/test_glossary.py", "doubled", "return"): ("tests/book/test_glossary.py",),
    ("tests/book/test_glossary.py", "forbidden", "return"): ("tests/book/test_glossary.py",),
    ("tests/site/test_html.py", "messages", "return []"): ("tests/site/test_html.py",),
    ("book/site/edits.py", "replace_exactly", "return re.sub(pattern, replacement, text)"): (
        "tests/site/test_site.py",
        "-k",
        "finds_no_place",
    ),
    ("book/outputs.py", "agree", "return True"): ("tests/site/test_notebooks.py", "-k", "stops_the_build"),
}


def checks(check: tuple[str, str, str]) -> Iterator[Fault]:
    """A check, switched off: nothing finds its fault any more, or its own tests fail."""
    file, function, instead = check
    watched = CHECKS[check]
    with tempfile.TemporaryDirectory() as name:
        book = (copy_book if isinstance(watched, str) else copy_all)(Path(name, "book"))
        if not isinstance(watched, str):  # the Nu checker, and notebooks that have been run
            (book / ".cache").symlink_to(CACHE)
        head = re.compile(rf"^( *)def {re.escape(function)}\b.*\n", re.MULTILINE)
        source, places = head.subn(rf"\g<0>\1    {instead}\n", (book / file).read_text("utf-8"))
        assert places == 1, f"{file} holds {places} functions {function!r}"
        (book / file).write_text(source, "utf-8")
        if isinstance(watched, str):
            fault, command, message = FAULTS[watched]
            fault(book)
            noticed = not re.search(message, forked.run(command, book).output)
        else:
            noticed = forked.run((*PYTEST, *watched), book).status == 1
    what = f"fault: {watched}" if isinstance(watched, str) else f"tests: {' '.join(watched)}"
    yield Fault("check switched off", f"{file}: {function}", what, noticed)


# What each kind of fault is put into, and the function that puts it there; what takes longest comes first.
KINDS: dict[str, tuple[Callable[[], Iterable], Callable[[Any], Iterator[Fault]]]] = {
    "checks": (lambda: CHECKS, checks),
    "snippets": (lambda: sorted(distinct_examples(), key=is_script, reverse=True), snippets),
    "structure": (lambda: pages("zh"), structure),
    "outputs": (distinct_examples, outputs),
}


def judged(kind: str, item: Any) -> tuple[list[Fault], float]:
    """The faults put into one item, and how long that took."""
    start = time.perf_counter()
    return list(KINDS[kind][1](item)), time.perf_counter() - start


def all_faults(kinds: Collection[str]) -> list[Fault]:
    items = [(kind, item) for kind in kinds for item in KINDS[kind][0]()]
    spawn, start = multiprocessing.get_context("spawn"), time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count(), spawn, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        done = list(pool.map(judged, *zip(*items)))
    for kind in kinds:
        seconds = sum(seconds for (other, _), (_, seconds) in zip(items, done) if other == kind)
        print(f"{kind}: {seconds:.0f} s of one core")
    print(f"all, on {os.cpu_count()} cores: {time.perf_counter() - start:.0f} s")
    return [fault for faults, _ in done for fault in faults]


def main() -> None:
    faults = all_faults(sys.argv[1:] or KINDS)
    print(f"\n{'fault':28} {'put in':>8} {'found':>8} {'equal':>8} {'slipped':>8}")
    for kind in sorted({fault.kind for fault in faults}):
        mine = [fault for fault in faults if fault.kind == kind]
        found, equal = sum(fault.found for fault in mine), sum(fault.equal for fault in mine)
        print(f"{kind:28} {len(mine):8} {found:8} {equal:8} {len(mine) - found - equal:8}")
    print("\nslipped through:")
    for fault in faults:
        if not fault.found and not fault.equal:
            print(f"  {fault.place}: {fault.kind}: {fault.what}: {fault.why}")
    print("\nequal programs:")
    for (place, why), number in Counter((fault.place, fault.why) for fault in faults if fault.equal).items():
        print(f"  {place}: {number} × {why}")


if __name__ == "__main__":
    main()
