"""Record what other versions of torch print, each in an environment of its own: `python -m tests.plugin.versions 2.2.2 2.15.0`.

Without a version: those that have a file in `versions/`. `newest` stands for the newest that the package index has. The
environments are made by uv, or by pip if there is none; on Linux they take several GB each, and they are kept for the
next time. This process needs nothing but Python, that of the snippets nothing but torch, numpy, sympy and Matplotlib.
"""

import argparse
import json
import multiprocessing
import os
import platform
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from book.paths import CACHE, ROOT, relative
from book.report import digest
from book.versions import (
    OTHERS,
    RAISED,
    Entry,
    current,
    entries,
    ordered,
    outcome,
    pinned,
    recorded_versions,
    recording,
    snippets,
    write,
)

SECONDS = 150  # for one snippet
OLD_NUMPY = "numpy<2"  # up to torch 2.2
DESCRIBE = "import platform, torch; print(torch.__version__, platform.python_version())"
# the last is what torch imports as `backward` is first called
PRELOADED = ["tests.plugin.execute", "sympy", "matplotlib.pyplot", "torch.fx.experimental.symbolic_shapes"]
# What says something of this machine, and nothing of a version
MACHINE = re.compile(r"^Unfinished: |NVIDIA driver|compiled with CUDA", re.MULTILINE)


def requirements(version: str) -> list[str]:
    """What an environment holds: sympy as torch asks for it, the others as the book pins them."""
    pins = dict(re.findall(r"^(numpy|matplotlib)(==\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    old = version != "newest" and ordered(["2.3.0", version])[0] == version
    torch = "torch" if version == "newest" else f"torch=={version}"
    return [torch, OLD_NUMPY if old else f"numpy{pins['numpy']}", f"matplotlib{pins['matplotlib']}", "sympy"]


def environment(version: str, folder: Path, python: str) -> Path:
    """The interpreter of a version's environment, which is made if it is not there."""
    place = (folder / version).resolve()
    interpreter = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if version != "newest" and (place / "complete").exists():
        return interpreter
    uv = shutil.which("uv") or shutil.which("uv", path=Path(sys.executable).parent)
    if uv:
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", python, place], check=True)
        install = [uv, "pip", "install", "--quiet", "--python", str(interpreter)]
    else:
        subprocess.run([python, "-m", "venv", "--clear", place], check=True)
        install = [str(interpreter), "-m", "pip", "install", "--quiet"]
    subprocess.run([*install, *requirements(version)], check=True)
    (place / "complete").touch()
    return interpreter


def run_all(interpreter: Path, todo: list[Path]) -> Iterator[tuple[Path, str]]:
    """Every snippet with what it prints in an environment."""
    command = [str(interpreter), "-m", "tests.plugin.versions", "--here", *map(relative, todo)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout
        yield from zip(todo, map(json.loads, process.stdout))
    if process.returncode:
        raise SystemExit(f"{interpreter}: status {process.returncode}")


def run_here(paths: list[str]) -> None:
    """Run each snippet in a process of its own, and print what it prints as one line of JSON."""
    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(PRELOADED)
    for path in paths:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=send, args=(path, theirs))
        process.start()
        theirs.close()
        try:
            text = ours.recv() if ours.poll(SECONDS) else f"Unfinished: after {SECONDS} s\n"
        except EOFError:
            text = "Unfinished: its process ended\n"
        process.kill()
        process.join()
        print(json.dumps(text), flush=True)


def send(path: str, connection: Connection) -> None:
    """Run one snippet, in this process."""
    from tests.plugin.execute import run

    os.dup2(2, 1)  # gloo prints without asking Python, and this process's lines are read as JSON
    connection.send(run(ROOT / path, "cpu").text)


def record(version: str, folder: Path, python: str, only: str, stale: bool) -> Counter:
    """Run the snippets on one version and write its file; of the pinned one only tell what differs."""
    interpreter = environment(version, folder, python)
    built, its_python = subprocess.check_output([interpreter, "-c", DESCRIBE], text=True).split()
    version = built.partition("+")[0]
    found = {}
    todo = [file for file in snippets() if only in relative(file) and not (stale and current(file, version))]
    for snippet, printed in run_all(interpreter, todo):
        name, file = relative(snippet), recording(snippet)
        printed = printed.replace(str(interpreter.parent.parent), "...")  # some messages name the file of a module
        if file is None or MACHINE.search(printed.rpartition(RAISED)[2]):
            print(f"{name}: {printed.splitlines()[-1]}")
            found[name] = Entry("unseen", "", digest(snippet))
        else:
            how = outcome(file.read_text("utf-8"), printed)
            found[name] = Entry(how, printed if how in OTHERS else "", digest(snippet))
    counts = Counter(entry.outcome for entry in found.values())
    if version == pinned():
        print("the pages show this version, so it gets no file; these print something else here:")
        print(*(f"  {name}\n{entry.text}" for name, entry in found.items() if entry.outcome in OTHERS), sep="\n")
        return counts
    present = set(map(relative, snippets()))
    kept = {name: entry for name, entry in entries(version).items() if name in present}
    about = {"torch": built, "python": its_python, "machine": platform.machine(), "date": date.today().isoformat()}
    write(version, about, kept | found)
    return Counter(entry.outcome for entry in entries(version).values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="a version of torch, or `newest`")
    parser.add_argument("--folder", type=Path, default=CACHE / "torches", help="where the environments are kept")
    parser.add_argument("--python", default=sys.executable, help="the Python to run them with")
    parser.add_argument("--only", default="", help="run only the snippets with this in their path")
    parser.add_argument("--stale", action="store_true", help="run only the snippets changed since they were recorded")
    parser.add_argument("--here", nargs="+", help=argparse.SUPPRESS)
    option = parser.parse_args()
    if option.here:
        run_here(option.here)
        return
    for version in option.versions or recorded_versions():
        counts = record(version, option.folder, option.python, option.only, option.stale)
        print(f"torch {version}: {', '.join(f'{n} {name}' for name, n in counts.most_common())}", flush=True)


if __name__ == "__main__":
    main()
