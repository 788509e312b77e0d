"""requirements.txt names versions and reasons, and constraints.txt also what those packages need in turn.

That it names what the tree imports, and no more, is checked by deptry: see test_hygiene.py.
"""

import re
from importlib import metadata

from book.paths import ROOT
from tests.support import fail_with

LINE = re.compile(r"(?P<name>[a-z0-9-]+)(?P<extra>\[[a-z]+\])?==(?P<version>[\w.]+)  # (?P<reason>\S.+)")


def lines(name: str) -> list[str]:
    """What a file requires, line by line, without comments and options."""
    text = (ROOT / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-"))]


def direct() -> dict[str, str]:
    """The distributions that requirements.txt names, and their versions."""
    return {match["name"]: match["version"] for match in map(LINE.fullmatch, lines("requirements.txt")) if match}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


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
