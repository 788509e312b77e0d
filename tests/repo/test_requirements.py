"""requirements.txt holds what this tree uses, with versions and reasons; constraints.txt also what those need in turn."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from book.paths import PICTURES, ROOT
from tests.support import fail_with

CODE = [*(ROOT / name for name in ("book", "tests", "benchmarks", "snippets")), ROOT / "conftest.py"]
LINE = re.compile(r"(?P<name>[a-z0-9-]+)(?P<extra>\[[a-z]+\])?==(?P<version>[\w.]+)  # (?P<reason>\S.+)")
OWN = {"book", "tests", "benchmarks", "snippets"} | {file.stem for file in PICTURES.glob("*.py")}
ENTRY_POINTS = ("mkdocs.themes", "mkdocs.plugins", "markdown.extensions")


def lines(name: str) -> list[str]:
    """What a file requires, line by line, without comments and options."""
    text = (ROOT / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-"))]


def direct() -> dict[str, str]:
    """The distributions that requirements.txt names, and their versions."""
    return {match["name"]: match["version"] for match in map(LINE.fullmatch, lines("requirements.txt")) if match}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def files() -> Iterator[Path]:
    for place in CODE:
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


@cache
def imports() -> dict[str, list[str]]:
    """The outermost modules that the tree imports and did not write, and where."""
    found: dict[str, list[str]] = {}
    for file in files():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = {node.module}
            else:
                continue
            for module in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - OWN:
                found.setdefault(module, []).append(f"{file.relative_to(ROOT).as_posix()}:{node.lineno}")
    return found


@cache
def named() -> set[str]:
    """What the checks and build steps name without importing it: programs, in commands, and the folders of data."""
    found = set()
    for node in (node for file in files() for node in ast.walk(ast.parse(file.read_text("utf-8")))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "files":
            parts = node.args[:1]
        elif isinstance(node, ast.Tuple | ast.List):  # a command, or what follows `python -m`
            parts = node.elts[:1]
            parts += [part for flag, part in zip(node.elts, node.elts[1:]) if ast.unparse(flag) == "'-m'"]
        else:
            continue
        found |= {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return found


def configured() -> set[str]:
    """The theme, plugins and Markdown extensions of the site."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        config = yaml_load(file)
    extensions = (item if isinstance(item, str) else next(iter(item)) for item in config["markdown_extensions"])
    return {config["theme"]["name"], *config["plugins"], *extensions}


@cache
def modules() -> dict[str, set[str]]:
    """The outermost modules of each installed distribution."""
    found: dict[str, set[str]] = {}
    for module, distributions in metadata.packages_distributions().items():
        for distribution in distributions:
            found.setdefault(normal(distribution), set()).add(module)
    return found


def test_each_is_pinned_and_has_its_reason():
    assert (ROOT / "requirements.txt").read_text("utf-8").startswith("-c constraints.txt\n")
    fail_with(
        f"requirements.txt: `{line}` is not of the form `name==version  # why it is needed`"
        for line in lines("requirements.txt")
        if not LINE.fullmatch(line)
    )


def test_each_is_locked_in_the_same_version():
    locked = {line.partition(" ")[0] for line in lines("constraints.txt")}
    fail_with(
        f"constraints.txt lacks {name}=={version}: run the command that it begins with"
        for name, version in direct().items()
        if f"{name}=={version}" not in locked
    )


def test_the_lock_holds_exact_versions_and_no_address():
    exact = re.compile(r"[a-z0-9-]+==[\w.]+( ; .+)?")
    fail_with(
        f"constraints.txt: `{line}` is no exact version"
        for line in lines("constraints.txt")
        if not exact.fullmatch(line)
    )
    assert "--index" not in (ROOT / "constraints.txt").read_text("utf-8")


def test_what_is_installed_is_what_is_locked() -> None:
    """Every distribution that a direct one needs, here, has a version of the lock."""
    locked: dict[str, set[str]] = {}
    for line in lines("constraints.txt"):
        name, _, version = line.partition(" ")[0].partition("==")
        locked.setdefault(name, set()).add(version)
    wrong, todo, seen = [], list(direct()), set()
    while todo:
        if (name := todo.pop()) in seen:
            continue
        seen.add(name)
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another system, or of another build of torch
        version = distribution.version.partition("+")[0]
        if version not in locked.get(name, set()):
            wrong.append(
                f"{name} {version} is installed, constraints.txt has {' or '.join(sorted(locked.get(name, {'none'})))}"
            )
        todo += [
            normal(re.split(r"[\s<>=!~;\[(]", need)[0])
            for need in distribution.requires or []
            if "extra ==" not in need
        ]
    assert len(seen) > 50
    fail_with(wrong)


def test_each_is_used():
    used = imports().keys() | named()
    names = configured()
    fail_with(
        f"requirements.txt: nothing uses {name}: delete it"
        for name in direct()
        if not modules().get(name, set()) & used
        and not any(
            entry.group in ENTRY_POINTS and entry.name in names for entry in metadata.distribution(name).entry_points
        )
    )


def test_each_import_is_required():
    of_direct = {module for name in direct() for module in modules().get(name, set())}
    fail_with(
        f"{places[0]}: imports {module}, which requirements.txt does not name"
        for module, places in imports().items()
        if module not in of_direct
    )
