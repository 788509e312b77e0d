"""Count what sites hold that different builders made of this book: what one lacks is what a port has still to do.

    python -m benchmarks.builders site site-properdocs site-zensical

Prints a table in Markdown, one column a site. The weekly workflow shows it.
"""

import sys
from collections.abc import Callable
from pathlib import Path

COUNTED: dict[str, Callable[[str], int]] = {
    "pages": lambda html: 1,
    "formulas rendered in the page": lambda html: html.count("<mjx-container"),
    "tooltips": lambda html: html.count("<abbr "),
    "blocks of code": lambda html: html.count("language-python highlight"),
    "pages with a strict policy": lambda html: html.count("Content-Security-Policy"),
    "pages whose language has an alternate": lambda html: "hreflang" in html,
}
FILES = {
    "notebooks": "**/*.ipynb",
    "Markdown copies": "**/*.md",
    "search indexes": "**/search*.json",
    "style sheets": "**/*.css",
    "scripts": "**/*.js",
}


def counts(site: Path) -> dict[str, int]:
    """How often a site holds each thing."""
    pages = [page.read_text("utf-8") for page in site.rglob("index.html")]
    found = {what: sum(map(count, pages)) for what, count in COUNTED.items()}
    return found | {what: len(list(site.glob(pattern))) for what, pattern in FILES.items()}


def main() -> None:
    sites = [Path(name) for name in sys.argv[1:]]
    columns = [counts(site) for site in sites]
    print("| what | " + " | ".join(site.name for site in sites) + " |")
    print("|---|" + "---|" * len(sites))
    for what in columns[0]:
        print(f"| {what} | " + " | ".join(str(column[what]) for column in columns) + " |")


if __name__ == "__main__":
    main()
