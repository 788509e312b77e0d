"""What test runs saw of each block: the reports in `report/`, and for which code an outcome holds.

Plain pytest writes `report/blocks.json`; another machine's report may lie beside it. A block without a report was not
run; one whose code, recording or helpers have changed since is stale.
"""

import hashlib
import json
import re
from pathlib import Path

from book.paths import OUTPUTS, PICTURES, ROOT

REPORTS = ROOT / "report"
DEVICES = ("cpu", "cuda", "sim")
IMPORT = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)
BACK_END = {"matplotlib": "plots"}  # what draws without being imported


def digest(snippet: Path) -> str:
    """What an outcome is valid for: the snippet's code, its recording, and the helpers that it imports."""
    files = [*map(snippet.with_suffix, (".py", *sorted(OUTPUTS))), *helpers(snippet)]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files if file.exists())).hexdigest()[:16]


class Digests(dict[str, str]):
    """The digests of snippets by their paths, each computed when it is first asked for."""

    def __missing__(self, snippet: str) -> str:
        self[snippet] = digest(ROOT / snippet)
        return self[snippet]


def helpers(module: Path) -> list[Path]:
    """The modules of book/pictures/ that a module imports, and those that they import."""
    found: dict[Path, None] = {}
    waiting = [module]
    while waiting:
        file = waiting.pop()
        names = IMPORT.findall(file.read_text("utf-8")) if file.exists() else []
        for name in names:
            helper = PICTURES / f"{BACK_END.get(name, name)}.py"
            if helper.exists() and helper not in found:
                found[helper] = None
                waiting.append(helper)
    return sorted(found)


def merge(known: list[dict], results: list[dict], shown: set[tuple[str, str]]) -> list[dict]:
    """A report with the outcomes of another run.

    Args:
        known: the report's results so far.
        results: those of the run. A block that it skipped keeps what was last seen of it.
        shown: every `(page, snippet)` of the book; results of other blocks leave the report.
    """
    merged = {result["item"]: result for result in known if (result["page"], result["snippet"]) in shown}
    for result in results:
        if result["outcome"] != "skipped" or result["item"] not in merged:
            merged[result["item"]] = result
    return [merged[item] for item in sorted(merged)]


class Report:
    """The last outcome of each block on each device, in all reports together."""

    def __init__(self, folder: Path = REPORTS):
        self.results: dict[tuple[str, str, str], dict] = {}
        self.digests = Digests()
        for file in sorted(folder.glob("*.json")):
            for result in json.loads(file.read_text("utf-8")):
                key = (result["page"], result["snippet"], result["device"])
                if key not in self.results or result["outcome"] != "skipped":
                    self.results[key] = result

    def state(self, page: str, snippet: str, device: str) -> tuple[str, dict]:
        """How a block stands on a device (passed, failed, skipped, stale), and the result that says so."""
        result = self.results.get((page, snippet, device), {"outcome": "skipped"})
        if result["outcome"] != "skipped" and result["digest"] != self.digests[snippet]:
            return "stale", result
        return result["outcome"], result
