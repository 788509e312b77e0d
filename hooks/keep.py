"""Keep in `.cache` what is slow to compute, so that a build computes only what has changed since the last one.

The name of the file digests everything that the results depend on, beside the keys: another program, other results.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "kept"


class Kept:
    """Results by their keys; those that a build does not ask for are forgotten."""

    def __init__(self, name: str, *needs: bytes):
        digests = [hashlib.sha256(need).digest() for need in (sys.version.encode(), *needs)]
        self.path = CACHE / name / f"{hashlib.sha256(b''.join(digests)).hexdigest()[:16]}.json"
        self.before = json.loads(self.path.read_text("utf-8")) if self.path.is_file() else {}
        self.asked: dict[str, str] = {}

    def get(self, key: str, compute: Callable[[], str]) -> str:
        """The result for a key; one that cannot be computed raises its error in each build."""
        if key not in self.asked:
            self.asked[key] = self.before[key] if key in self.before else compute()
        return self.asked[key]

    def write(self) -> None:
        if self.asked == self.before:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(f".{os.getpid()}")
        new.write_text(json.dumps(self.asked), "utf-8")
        new.replace(self.path)  # at once: another build may be reading
        for other in self.path.parent.glob("*.json"):
            if other != self.path:
                other.unlink(missing_ok=True)
        self.before = dict(self.asked)
