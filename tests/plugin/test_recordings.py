"""Every file in snippets/ that is not a .py is what the .py beside it printed, and every page's reader sees it."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

from book.pages import examples, pages
from book.paths import OUTPUTS, SNIPPETS, relative
from tests.support import fail_with


def files() -> list[Path]:
    """What lies in the pages' folders, without what Python and other tools keep for themselves."""
    found = (file for file in SNIPPETS.glob("[a-z]*/**/*") if file.is_file() and "__pycache__" not in file.parts)
    return sorted(found)


def snippets() -> list[Path]:
    return [file for file in files() if file.suffix == ".py"]


def stray_files() -> Iterator[str]:
    for file in files():
        if file.suffix not in {".py", *OUTPUTS}:
            yield f"{relative(file)}:1: neither a snippet nor a recording; remove it"


def orphans() -> Iterator[str]:
    for file in files():
        if file.suffix in OUTPUTS and not file.with_suffix(".py").exists():
            yield f"{relative(file)}:1: recorded from {file.with_suffix('.py').name}, which is not there; remove it"


def unrecorded() -> Iterator[str]:
    for snippet in snippets():
        found = [file.name for suffix in OUTPUTS if (file := snippet.with_suffix(suffix)).exists()]
        if len(found) != 1:
            names = ", ".join(sorted(found)) or "none"
            yield f"{relative(snippet)}:1: has {len(found)} recordings ({names}) and needs one: show it, `pytest --record`"


def unshown() -> Iterator[str]:
    seen = {file for page in pages() for example in examples(page) for file in (example.snippet, example.recording)}
    for file in files():
        if file.suffix in OUTPUTS and file not in seen:
            yield f"{relative(file)}:1: no page shows this recording; include it, or remove the snippet"
        if file.suffix == ".py" and file not in seen:
            yield f"{relative(file)}:1: no page shows this snippet or what it prints; include it, or remove it"


def test_every_file_is_a_snippet_or_its_recording():
    fail_with([*stray_files(), *orphans(), *unrecorded()])


def shadowing() -> Iterator[str]:
    """Run from its folder, a snippet called numpy.py is what the next one imports as NumPy."""
    for snippet in snippets():
        if snippet.stem in sys.stdlib_module_names or importlib.util.find_spec(snippet.stem):
            yield f"{relative(snippet)}:1: has the name of a module that others import; rename it"


def test_no_snippet_has_the_name_of_a_module():
    fail_with(shadowing())


def test_every_snippet_is_shown():
    fail_with(unshown())
