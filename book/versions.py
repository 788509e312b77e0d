"""What other versions of torch print: the files in `versions/`, one a version, which `python -m tests.plugin.versions` writes.

The pages show what the pinned version prints. A file notes for each snippet whether its version prints the same, prints
something else, raises where the page shows that it runs through, or could not be seen on the machine that wrote the
file, as where the version needs a GPU for it. Each entry names the code for which it holds.
"""

import dataclasses
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from book.paths import OUTPUTS, ROOT, SNIPPETS, relative
from book.report import Digests, digest

FOLDER = ROOT / "versions"
COMMAND = "python -m tests.plugin.versions"
OTHERS = ("differs", "raises")
OUTCOMES = ("same", *OTHERS, "unseen")
RAISED = "Traceback (most recent call last):\n  ...\n"


@dataclasses.dataclass(frozen=True)
class Entry:
    """What one version was seen to print for one snippet.

    Attributes:
        outcome: one of OUTCOMES.
        text: what it prints, if that is not what is recorded.
        digest: of the code and the recording that it was compared with.
    """

    outcome: str
    text: str
    digest: str


@cache
def pinned() -> str:
    """The version whose output the pages show."""
    return re.findall(r"^torch==(\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)[0]


def ordered(versions: Iterable[str]) -> list[str]:
    """Versions, the oldest first."""
    return sorted(versions, key=lambda version: [int(part) for part in re.findall(r"\d+", version)])


def recorded_versions(folder: Path = FOLDER) -> list[str]:
    """The versions that have a file, the oldest first."""
    return ordered(file.stem for file in folder.glob("*.json"))


def about(version: str, folder: Path = FOLDER) -> dict[str, str]:
    """Where and when a version was run: `torch`, `python`, `machine`, `date`."""
    told = json.loads((folder / f"{version}.json").read_text("utf-8"))
    return {key: value for key, value in told.items() if key != "snippets"}


@cache
def entries(version: str, folder: Path = FOLDER) -> dict[str, Entry]:
    """What a version prints, by the paths of the snippets; nothing if the version has no file."""
    file = folder / f"{version}.json"
    found = json.loads(file.read_text("utf-8"))["snippets"] if file.exists() else {}
    return {name: Entry(e["outcome"], e.get("prints", ""), e["digest"]) for name, e in found.items()}


def write(version: str, told: dict[str, str], found: dict[str, Entry], folder: Path = FOLDER) -> None:
    """Write a version's file, a line a snippet, so that a change of one shows as one line."""
    head = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in told.items())
    lines = []
    for name, entry in sorted(found.items()):
        prints = {"prints": entry.text} if entry.text else {}
        line = json.dumps({"outcome": entry.outcome, **prints, "digest": entry.digest}, ensure_ascii=False)
        lines.append(f"  {json.dumps(name)}: {line}")
    text = f'{{\n{head}"snippets": {{\n' + ",\n".join(lines) + "\n}\n}\n"
    folder.mkdir(exist_ok=True)
    (folder / f"{version}.json").write_text(text, "utf-8")
    entries.cache_clear()


def snippets() -> list[Path]:
    """Every snippet of the book that has a recording, once."""
    return sorted(file for file in SNIPPETS.glob("*/**/*.py") if recording(file))


def recording(snippet: Path) -> Path | None:
    """What a snippet printed on the pinned version."""
    return next((file for suffix in sorted(OUTPUTS) if (file := snippet.with_suffix(suffix)).exists()), None)


def outcome(recorded: str, printed: str) -> str:
    """How a version's output stands beside what is recorded."""
    if recorded == printed:
        return "same"
    return "raises" if RAISED in printed and RAISED not in recorded else "differs"


def current(snippet: Path, version: str) -> Entry | None:
    """What a version's file says of a snippet as it is now; None if it says nothing, or something of older code."""
    entry = entries(version).get(relative(snippet))
    return entry if entry and entry.digest == digest(snippet) else None


def elsewhere(snippet: Path, version: str) -> str | None:
    """What a version prints instead of what the page shows; None if nothing that still holds is recorded."""
    entry = current(snippet, version)
    return entry.text if entry and entry.outcome in OTHERS else None


def lack(snippet: Path, version: str) -> str:
    """Why a version's output of a snippet has nothing of its own to be compared with; empty if it has, or needs none."""
    if version == pinned():
        return ""
    if version not in recorded_versions():
        return f"the pages show torch {pinned()}; torch {version} is not recorded: {COMMAND} {version}"
    if current(snippet, version) is None:
        return f"versions/{version}.json has nothing for this snippet as it is now: {COMMAND} --stale {version}"
    return ""


class Versions:
    """All recorded versions, for one build of the site."""

    def __init__(self, folder: Path = FOLDER):
        entries.cache_clear()
        self.entries = {version: entries(version, folder) for version in recorded_versions(folder)}
        self.about = {version: about(version, folder) for version in self.entries}
        self.digests = Digests()

    def state(self, snippet: str, version: str) -> tuple[str, str]:
        """How a snippet stands on a version (one of OUTCOMES, or `stale`), and what it prints there."""
        entry = self.entries[version].get(snippet)
        if entry is None:
            return "unseen", ""
        return ("stale", "") if entry.digest != self.digests[snippet] else (entry.outcome, entry.text)

    def others(self, snippet: str) -> list[tuple[str, str, str]]:
        """What is printed elsewhere, as `(versions, outcome, text)`: neighbouring versions that print the same are one."""
        runs: list[tuple[list[str], str, str]] = []
        previous = None
        for version in self.entries:
            state = self.state(snippet, version)
            if state[0] in OTHERS:
                if state == previous:
                    runs[-1][0].append(version)
                else:
                    runs.append(([version], *state))
            previous = state
        return [(span(versions), outcome, text) for versions, outcome, text in runs]


def span(versions: list[str]) -> str:
    """Neighbouring versions as a reader says them: 2.2, or 2.2–2.11."""
    first, last = (".".join(version.split(".")[:2]) for version in (versions[0], versions[-1]))
    return first if first == last else f"{first}\N{EN DASH}{last}"
