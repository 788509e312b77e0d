"""Measure what an author waits for: the tests of one page, a changed paragraph in the browser, a cold and a warm build.

    python -m benchmarks.author_loop

Works in a copy of the book. Prints seconds of this machine; a machine with other work to do shows larger ones.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from book.paths import CACHE, ROOT
from tests.small_book import copy_all

PAGE = "docs/zh/understand/gradient.md"
ADDRESS = "http://127.0.0.1:8899/"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--report", "report.json", PAGE)
SERVE = (sys.executable, "-m", "mkdocs", "serve", "--dirty", "--livereload", "--dev-addr", ADDRESS[7:-1])
CHANGES = 3
PATIENCE = 120


def seconds(command: tuple[str, ...], book: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=book, capture_output=True, check=True)
    return time.perf_counter() - start


def shows(text: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(f"{ADDRESS}understand/gradient/") as page:
        return text in page.read().decode()
    return False


def wait_for(text: str) -> float:
    """Seconds until the served page holds a text."""
    start = time.perf_counter()
    while not shows(text):
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError(f"{PAGE}: {text} was not shown within {PATIENCE} s")
        time.sleep(0.05)
    return time.perf_counter() - start


def changes(book: Path) -> list[float]:
    """Seconds from saving a changed paragraph to the page that shows it, some times in a row."""
    page, found = book / PAGE, []
    text = page.read_text("utf-8")
    server = subprocess.Popen(SERVE, cwd=book, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for("</html>")
        for number in range(CHANGES):
            time.sleep(3)  # the server is at rest again
            page.write_text(f"{text}\n\n改动 {number}。\n", "utf-8")
            found.append(wait_for(f"改动 {number}。"))
    finally:
        server.terminate()
        server.wait()
        page.write_text(text, "utf-8")
    return found


def main() -> None:
    assert CACHE.is_relative_to(ROOT)  # so a copy has a cache of its own
    with tempfile.TemporaryDirectory() as name:
        book = copy_all(Path(name))
        build = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(book / "site"))
        print(f"{os.cpu_count()} cores")
        print(f"cold build {seconds(build, book):18.1f} s")
        print(f"warm build {seconds(build, book):18.1f} s")
        print(f"changed paragraph {max(changes(book)):11.1f} s")
        print(f"tests of one page {seconds(PYTEST, book):11.1f} s")


if __name__ == "__main__":
    main()
