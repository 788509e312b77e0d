"""The README's commands are the ones that CI runs, and both languages give the same."""

import re

import pytest

from book.paths import ROOT

READMES = ("README.md", "README.en.md")
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)]+)\)")


def commands(name: str) -> list[str]:
    return SHELL.findall((ROOT / name).read_text("utf-8"))


def test_languages_give_the_same_commands():
    assert commands("README.md") == commands("README.en.md") != []


def test_ci_runs_the_test_command():
    (test,) = [command for command in commands("README.md") if command.rstrip().endswith("pytest")]
    assert test in (ROOT / ".ci" / "run").read_text("utf-8"), f".ci/run does not hold the README's command: {test}"


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name):
    text = (ROOT / name).read_text("utf-8")
    missing = [link for link in LINK.findall(text) if not (ROOT / link).exists()]
    assert not missing, f"{name}: no such file: {', '.join(missing)}"


def test_pinned_torch_is_the_one_named():
    (pinned,) = re.findall(r"^torch==\S+", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert all(f" {pinned} " in (ROOT / name).read_text("utf-8") for name in READMES), f"the READMEs must name {pinned}"
