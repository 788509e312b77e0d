"""One way to edit the theme's HTML: an edit that does not find its place stops the build."""

import re

from mkdocs.exceptions import PluginError


def edit(text: str, what: str, pattern: str, replacement, times: int = 1) -> str:
    """Replace a pattern that must occur exactly `times` times; `what` says what the edit is for."""
    text, count = re.subn(pattern, replacement, text, flags=re.DOTALL)
    if count != times:
        raise PluginError(
            f"{what}: expected {times} place(s) in the theme's HTML, found {count}. "
            "Material for MkDocs has changed: compare its templates with the pattern and adapt the hook."
        )
    return text
