"""Join the lab's scripts into one for each language, without the comments and blanks that only their readers need.

The page asks for that one, `assets/lab/all.zh.js` say, in its front matter; the scripts themselves are published as they
are written, to be read.
"""

import re
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url
from style_sheet import minify

SCRIPTS = ("autodiff", "expression", "functions", "words.{locale}", "picture", "lab")  # in the order they are run
LINK = re.compile(r'(?<=href=")(?:\.\./)+(?=assets/lab/[\w.]+\.js")')


def on_post_page(output, page, config):
    """Let links to the scripts lead there also where pages are not folders, as in the offline build."""
    return LINK.sub(get_relative_url("assets", page.url).removesuffix("assets"), output)


def trim(script: str, name: str) -> str:
    """Drop comment lines and indentation; a template that runs over lines would be changed by this, so refuse it."""
    lines = [line.strip() for line in script.splitlines()]
    for number, line in enumerate(lines, 1):
        if line.count("`") % 2 and not line.startswith("//"):
            raise PluginError(f"{name}:{number}: a template literal over several lines cannot be trimmed; join strings")
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def bundle(folder: Path, locale: str) -> str:
    names = [f"{name.format(locale=locale)}.js" for name in SCRIPTS]
    return "".join(trim((folder / name).read_text("utf-8"), name) for name in names)


def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    folder = Path(config.site_dir, "assets/lab")
    for alternate in config.extra.alternate:
        locale = alternate["lang"]
        (folder / f"all.{locale}.js").write_text(bundle(folder, locale), "utf-8")
    style = folder / "lab.css"
    style.write_text(minify(style.read_text("utf-8")), "utf-8")
