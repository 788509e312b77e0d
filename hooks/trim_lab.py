"""Send the lab's files without the comments and blanks that only their writers need, to keep it under 20 KB.

`autodiff.js` is sent as it is written: readers are asked to read it.
"""

import re
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url
from style_sheet import minify

AS_WRITTEN = "autodiff.js"
FILE = re.compile(r'(?<=(?:href|.src)=")(?:\.\./)+(?=assets/lab/[\w.]+\.(?:js|css)")')


def on_post_page(output, page, config):
    """Let the page find its files where pages are not folders, as in the offline build."""
    if "assets/lab/" not in output:
        return output
    way = get_relative_url("assets", page.url).removesuffix("assets")
    return FILE.sub(way, output)


def trim(script: str, name: str) -> str:
    """Drop comment lines and indentation; a template that runs over lines would be changed by this, so refuse it."""
    lines = [line.strip() for line in script.splitlines()]
    for number, line in enumerate(lines, 1):
        if line.count("`") % 2 and not line.startswith("//"):
            raise PluginError(f"{name}:{number}: a template literal over several lines cannot be trimmed; join strings")
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    for path in sorted(Path(config.site_dir, "assets/lab").iterdir()):
        if path.suffix == ".css":
            path.write_text(minify(path.read_text("utf-8")), "utf-8")
        elif path.name != AS_WRITTEN:
            path.write_text(trim(path.read_text("utf-8"), path.name), "utf-8")
