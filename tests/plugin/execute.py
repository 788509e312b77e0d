"""Run one snippet on one device, as a reader would, and note what it printed or raised."""

import contextlib
import dataclasses
import functools
import io
import os
import random
import re
import subprocess
import sys
import time
import traceback
import types
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy
import torch

from book.paths import PICTURES, ROOT, relative

SCRIPT = re.compile(r'^if __name__ == "__main__":', re.MULTILINE)
SCRIPT_SECONDS = 120
PLOTS = {"MPLBACKEND": "module://plots"}  # book/pictures/plots.py: plt.show() prints the picture


@dataclasses.dataclass(frozen=True)
class Run:
    """What a snippet printed. If it raised: the error, and where, as ``file:line``."""

    printed: str
    error: str = ""
    place: str = ""

    @property
    def text(self) -> str:
        """As a recording holds it: where a reader's traceback would name files, ``...`` stands."""
        return self.printed + (f"Traceback (most recent call last):\n  ...\n{self.error}" if self.error else "")


@functools.cache
def run(snippet: Path, device: str) -> Run:
    """Run a snippet with ``device`` as default device: once, however many pages show it."""
    source = snippet.read_text("utf-8")
    return run_script(snippet, device) if SCRIPT.search(source) else run_here(snippet, source, device)


def run_here(snippet: Path, source: str, device: str) -> Run:
    """Run in this process; nothing that the snippet sets outlives it."""
    printed = io.StringIO()
    module = types.ModuleType("snippet")
    module.__file__ = str(snippet)
    with defaults(), warnings_as_errors(), contextlib.redirect_stdout(printed):
        try:
            code = compile(source, str(snippet), "exec", dont_inherit=True)
            with default_device(device):
                exec(code, module.__dict__)
        except Exception as error:  # the recording decides whether it should have been raised
            frames = traceback.extract_tb(error.__traceback__)
            lines = [frame.lineno for frame in frames if frame.filename == str(snippet)] or [
                getattr(error, "lineno", 1)
            ]
            message = "".join(traceback.format_exception_only(error))
            return Run(printed.getvalue(), message, f"{relative(snippet)}:{lines[-1]}")
        finally:
            if dynamo := sys.modules.get("torch._dynamo"):
                dynamo.reset()  # what it has compiled would look for the snippet's names when they are gone
                dynamo.utils.CleanupManager.instance.clear()  # and would tidy them up at the end
            if "torch.distributed" in source:  # a group that ends holds the GIL while it waits for gloo's thread,
                time.sleep(0.1)  # which may still want it, to let go of tensors
            module.__dict__.clear()  # hooks would keep the snippet's tensors alive
    return Run(printed.getvalue())


def default_device(device: str) -> contextlib.AbstractContextManager:
    """The CPU is torch's own; saying so would have every call of torch pass through a mode."""
    return contextlib.nullcontext() if device == "cpu" else torch.device(device)


@contextlib.contextmanager
def defaults() -> Iterator[None]:
    """Begin with torch's defaults and put them back: modes, dtype, print options, device, seeds, paths, figures."""
    path, environ = list(sys.path), dict(os.environ)
    sys.path.insert(0, str(PICTURES))
    os.environ |= PLOTS
    if matplotlib := sys.modules.get("matplotlib"):  # it has read the environment before
        matplotlib.use(PLOTS["MPLBACKEND"])
    random.seed(0)
    numpy.random.seed(0)
    # torch.manual_seed notes the whole stack for each kind of device that is not here: as long as the rest of a short block
    (torch.default_generator.manual_seed if no_accelerator() else torch.manual_seed)(0)
    try:
        with torch.enable_grad():
            yield
    finally:
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        torch.set_grad_enabled(True)
        torch.autograd.set_detect_anomaly(False)
        torch.set_default_device(None)
        torch.set_default_dtype(torch.float32)
        torch.set_printoptions(profile="default", sci_mode=None)
        sys.path[:] = path
        for name in os.environ.keys() - environ.keys():
            del os.environ[name]
        os.environ.update({name: value for name, value in environ.items() if os.environ.get(name) != value})


def no_accelerator() -> bool:
    """Whether torch says that only the CPU is here; before 2.6 it could not."""
    return hasattr(torch, "accelerator") and not torch.accelerator.is_available()


@contextlib.contextmanager
def warnings_as_errors() -> Iterator[None]:
    """A warning that no reader is told about fails the snippet, also one that torch gives once a process."""
    always = torch.is_warn_always_enabled()
    torch.set_warn_always(True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            # torch.func.jvp compiles its rules with torch.jit.script, which torch itself has deprecated: since 2.14 loudly
            for category in (DeprecationWarning, FutureWarning):
                warnings.filterwarnings("ignore", r".*torch\.jit\.script.*", category)
            # torch.compile looks at what it traces in ways that torch itself warns of
            warnings.filterwarnings("ignore", module=r"torch\.(_dynamo|_subclasses)\.")
            yield
    finally:
        torch.set_warn_always(always)


def run_script(snippet: Path, device: str) -> Run:
    """Run in a process of its own; tests/plugin/launch sets the default device there and in every process it starts."""
    ours = [str(path) for path in (ROOT / "tests/plugin/launch", ROOT, PICTURES)]
    paths = os.pathsep.join([*ours, *filter(None, [os.environ.get("PYTHONPATH")])])
    environ = os.environ | PLOTS | {"PYTHONPATH": paths, "SNIPPET_DEVICE": device, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, str(snippet)], env=environ, capture_output=True, text=True, timeout=SCRIPT_SECONDS, check=False
    )
    return run_of_process(snippet, done.returncode, done.stdout, done.stderr)


def run_of_process(snippet: Path, status: int, printed: str, stderr: str) -> Run:
    """What a process that ran a script has left."""
    if status == 0 and "Warning" not in stderr:
        return Run(printed)
    lines = re.findall(rf'File "{re.escape(str(snippet))}", line (\d+)', stderr) or ["1"]
    return Run(printed, stderr.strip().splitlines()[-1] + "\n", f"{relative(snippet)}:{lines[-1]}")
