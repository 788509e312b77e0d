"""Run pytest or MkDocs in a copy of the book, in a process forked from one that has read in the large libraries."""

import multiprocessing
import os
import runpy
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from book.paths import ROOT

SECONDS = 300
# To be imported anew; pytest rewrites its plugins as it does.
OWN = ("book", "tests", "conftest", "pytest_markdown_docs")
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(
    ["torch", "sympy", "pytest", "markdown_it", "mkdocs.commands.build", "material.plugins.search.plugin"]
)


class Done(NamedTuple):
    """How a process ended: its exit status, and what it wrote to stdout and stderr."""

    status: int
    output: str


def run(command: tuple[str, ...], folder: Path, **environment: str) -> Done:
    """Do `python -m command` in a folder, which holds the `book` and `tests` to use. Raises TimeoutError."""
    with tempfile.TemporaryDirectory() as name:
        output = Path(name, "output")
        process = SERVER.Process(target=become, args=(command, folder, dict(os.environ) | environment, output))
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(f"{' '.join(command)} in {folder}: not done after {SECONDS} s")
        return Done(process.exitcode, output.read_text("utf-8"))


def become(command: tuple[str, ...], folder: Path, environment: dict[str, str], output: Path) -> None:
    """Turn this process into `python -m command`."""
    stream = os.open(output, os.O_WRONLY | os.O_CREAT)
    os.dup2(stream, 1)
    os.dup2(stream, 2)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for name in [name for name in sys.modules if name.partition(".")[0] in OWN]:
        del sys.modules[name]
    sys.path[:] = [str(folder), *(place for place in sys.path if place and Path(place) != ROOT)]
    sys.argv[:] = command
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
