"""Measure how long the search takes to answer, from a query to its ranked results, and what its index weighs.

    python -m benchmarks.search

Prints, for each language, milliseconds at the median and the 95th percentile over every query of the tests.
"""

import tempfile
from pathlib import Path

import numpy

from book.paths import LOCALES
from tests.site import browser
from tests.site.test_search import answers, folder, queries


def main() -> None:
    with tempfile.TemporaryDirectory() as name, browser.launch() as chromium:
        server = browser.Server(Path(name) / "site")
        browser.build(server.folder, SITE_URL=server.url)
        for locale in LOCALES:
            asked = queries(locale)
            _, times = answers(chromium, server, folder(locale), asked)
            median, slow = numpy.percentile(times, [50, 95])
            weight = server.size(f"{folder(locale)}search/search_index.json")
            print(f"{locale}: {len(asked)} queries, {median:.0f} ms, 95 % within {slow:.0f} ms; index {weight:,} bytes")


if __name__ == "__main__":
    main()
