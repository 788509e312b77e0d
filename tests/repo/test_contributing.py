"""Follow the contributing page to the letter in a copy of the book: each command runs, and prints what the page shows.

Its commands are the same in both languages (tests/book/test_parity.py), so they are run once.
"""

import re
import subprocess
import sys
from pathlib import Path

from book.pages import SHELL_PAGE, fences, span
from book.paths import DOCS, ROOT, relative
from tests.small_book import copy_book

BIN = ".venv/bin/"


def test_commands_run_and_print_what_the_page_shows(tmp_path: Path):
    page, book, printed = DOCS / "zh/reference" / SHELL_PAGE, copy_book(tmp_path), ""
    commands = 0
    for fence in fences(page):
        place = f"{relative(page)}:{span(fence)[0] + 1}"
        text = fence.content.replace(";--8<--", "--8<--")  # as the site shows an include that it must not follow
        if fence.info == "sh":
            commands += 1
            command = text.replace(BIN, f"{Path(sys.executable).parent}/")
            done = subprocess.run(["bash", "-e", "-c", command], cwd=book, capture_output=True, text=True, check=False)
            printed = done.stdout + done.stderr
            assert done.returncode == 0, f"{place}: the command failed\n{printed}"
        else:
            missing = [line for line in text.splitlines() if line not in printed]
            assert not missing, f"{place}: not printed: {missing}\n{printed}"
    assert commands >= 8, f"{relative(page)}: holds only {commands} commands"


def test_messages_of_the_table_exist():
    """What the table says a check says is in the code, as far as it is the same each time."""
    page = DOCS / "zh/reference" / SHELL_PAGE
    table = page.read_text("utf-8").partition("{ #failures }")[2]
    messages = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    code = "\n".join(file.read_text("utf-8") for folder in ("book", "tests") for file in (ROOT / folder).rglob("*.py"))
    lost = [
        f"{relative(page)}: no check says {message!r}"
        for message in messages
        if not all(part.strip() in code for part in re.split(r"…|\d+| / ", message))
    ]
    assert len(messages) > 5
    assert not lost, "\n".join(lost)
