"""Send the book's own scripts without the comments and blanks that only their readers need.

The lab's are joined into one for each language. Its page asks for that one, `assets/lab/all.zh.js` say, in its front
matter; the scripts themselves are published as they are written, to be read.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rcssmin import cssmin

from book import BookError

if TYPE_CHECKING:
    from book.site.steps import Work

LAB = "assets/lab"
PARTS = ("autodiff", "expression", "functions", "words.{locale}", "picture", "lab")  # in the order they are run
OWN = ("assets/start.js",)


def trim(script: Path) -> str:
    """Drop comment lines and indentation; rjsmin would go further, and drops blanks of a template within a template."""
    lines = [line.strip() for line in script.read_text("utf-8").splitlines()]
    for number, line in enumerate(lines, 1):
        if line.count("`") % 2 and not line.startswith("//"):
            raise BookError(
                f"{script.name}:{number}: a template literal over several lines cannot be trimmed; join strings"
            )
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def bundle(folder: Path, locale: str) -> str:
    """The lab's scripts as one, in one language."""
    return "".join(trim(folder / f"{name.format(locale=locale)}.js") for name in PARTS)


def bundle_lab(work: "Work") -> None:
    """Join the lab's scripts, and let links to them lead there also where pages are not folders, as offline."""
    folder = work.site.folder / LAB
    for locale in work.site.names:
        (folder / f"all.{locale}.js").write_text(bundle(folder, locale), "utf-8")
    style = folder / "lab.css"
    style.write_text(cssmin(style.read_text("utf-8")), "utf-8")
    for document in work.documents:
        for link in document.tree.css(f'a[href*="{LAB}/"][href$=".js"]'):
            target = link.attributes["href"][link.attributes["href"].index(LAB) :]
            link.attrs["href"] = os.path.relpath(target, os.path.dirname(document.path))


def minify(work: "Work") -> None:
    """Shorten what every page loads."""
    for name in OWN:
        path = work.site.folder / name
        path.write_text(trim(path), "utf-8")
