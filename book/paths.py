"""Where things lie in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SNIPPETS = ROOT / "snippets"
PICTURES = ROOT / "book" / "pictures"  # on the path of every snippet: `import draw`
CACHE = ROOT / ".cache"
LOCALES = ("zh", "en")
OUTPUTS = {".out", ".tex", ".svg"}  # each is what the .py of the same name printed


def relative(path: Path) -> str:
    """A path as messages and reports name it: from the root of the repository, with `/`."""
    return path.as_posix().removeprefix(f"{ROOT.as_posix()}/")
