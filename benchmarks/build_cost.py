"""How long the site takes to build, beside the same pages without this site's own steps, at several times the pages.

    python -m benchmarks.build_cost [scale …]      # 1, 3 and 10 times unless named; all three take about eight minutes

More pages are copies under other names. Both ways build all of them in turn, in one run. This site has been built before,
so that its notebooks need not run again, and what book/cache.py keeps is there.
"""

import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.page_cost import stock
from book.pages import pages
from book.paths import ROOT
from tests.site import browser

SCALES = (1, 3, 10)
ROUNDS = 2
COPIED = ("docs", "snippets", "book")
ONE_OF_A_KIND = re.compile(r"index|notebook_\w+|glossary|verification|lab")  # pages that a hook knows by name


def book(folder: Path, scale: int) -> Path:
    """A copy of the book with `scale` times as many pages."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    copied = [page for page in pages() if not ONE_OF_A_KIND.fullmatch(page.stem)]
    wanted = (scale - 1) * len(pages())
    for number in range(wanted):
        page = copied[number % len(copied)]
        twin = folder / page.relative_to(ROOT)
        shutil.copy(page, twin.with_name(f"{page.stem}_{number // len(copied)}.md"))
    return folder


def seconds(config: Path, target: Path) -> float:
    start = time.perf_counter()
    browser.build(target, str(config), root=config.parent, strict=False)
    return time.perf_counter() - start


def main(scales: Iterable[int]) -> None:
    print(f"median of {ROUNDS} builds, {os.cpu_count()} cores")
    print(f"{'pages':>6}{'this site':>13}{'without its steps':>20}{'ratio':>8}{'ms a page':>12}")
    with tempfile.TemporaryDirectory() as name:
        for scale in scales:
            folder = Path(name, str(scale))
            ours = book(folder / "ours", scale) / "mkdocs.yml"
            (folder / "theirs").mkdir()
            theirs = stock(folder / "theirs", ours.parent)
            seconds(ours, folder / "site")  # runs the notebooks, and fills .cache
            times = [(seconds(ours, folder / "site"), seconds(theirs, folder / "stock")) for _ in range(ROUNDS)]
            mine, other = (statistics.median(column) for column in zip(*times))
            ratio = statistics.median(a / b for a, b in times)
            count = len(browser.sitemap(folder / "site"))
            print(f"{count:6}{mine:11.1f} s{other:18.1f} s{ratio:8.2f}{1000 * mine / count:12.0f}", flush=True)


if __name__ == "__main__":
    main(map(int, sys.argv[1:]) if sys.argv[1:] else SCALES)
