"""Send the book's own scripts without what only their readers need.

The lab's are joined into one for each language. Its page asks for that one, `assets/lab/all.zh.js` say, in its front
matter; the scripts themselves are published as they are written, to be read.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rcssmin import cssmin
from rjsmin import jsmin

if TYPE_CHECKING:
    from book.site.steps import Work

LAB = "assets/lab"
PARTS = ("autodiff", "expression", "functions", "words.{locale}", "picture", "lab")  # in the order they are run
OWN = ("assets/start.js",)


def bundle(folder: Path, locale: str) -> str:
    """The lab's scripts as one, in one language."""
    names = [f"{name.format(locale=locale)}.js" for name in PARTS]
    return "".join(jsmin((folder / name).read_text("utf-8")) + "\n" for name in names)


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
        path.write_text(jsmin(path.read_text("utf-8")), "utf-8")
