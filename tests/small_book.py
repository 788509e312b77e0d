"""Copies of the book, small or whole, for tests and benchmarks that change something in it."""

import re
import shutil
import subprocess
from pathlib import Path

from book.paths import LOCALES, ROOT

PAGES = ("index.md", "understand/index.md", "understand/gradient.md")
PYTEST = ("pytest", "-q", "-p", "no:cacheprovider", "--report", "report.json")
CPU = (*PYTEST, "--device", "cpu", "docs")
NAV = "nav:\n  - index.md\n  - understand:\n      - understand/index.md\n      - understand/gradient.md\n"
OWN_LINK = r"\]\((?!https?:|(?:understand/)?gradient\.md|#)[^)]*\.md(?:#[^)]*)?\)"


def copy_book(tmp_path: Path) -> Path:
    """Two pages in both languages with their snippets; links to other pages lead back to one of the two."""
    tmp_path.mkdir(exist_ok=True)
    for name in ("conftest.py", "pyproject.toml", "requirements.txt", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for folder in ("tests", "book", "docs/assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (ROOT / "docs").glob("*.yml"):
        shutil.copy(file, tmp_path / "docs")
    (tmp_path / "snippets").mkdir()
    for folder in ("index", "understand/gradient"):
        shutil.copytree(ROOT / "snippets" / folder, tmp_path / "snippets" / folder)
    for locale in LOCALES:
        (tmp_path / "docs" / locale / "understand").mkdir(parents=True)
        for name in PAGES:
            text = (ROOT / "docs" / locale / name).read_text("utf-8")
            link = "gradient.md" if "/" in name else "understand/gradient.md"
            (tmp_path / "docs" / locale / name).write_text(re.sub(OWN_LINK, f"]({link})", text), "utf-8")
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    nav = re.compile(r"^nav:\n(?:[ \t].*\n|\n)*", re.MULTILINE)
    (tmp_path / "mkdocs.yml").write_text(nav.sub(NAV, config, count=1), "utf-8")
    return tmp_path


def copy_all(folder: Path) -> Path:
    """The whole repository, as git sees it: nothing that an earlier build kept."""
    command = ["git", "ls-files", "-coz", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for file in listed.rstrip("\0").split("\0"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    return folder
