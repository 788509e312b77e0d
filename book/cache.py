"""Keep in `.cache` what is slow to compute, so that a build computes only what has changed since the last one.

The name of the file digests everything that the results depend on, beside the keys: another program, other results.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable

from book.paths import CACHE


class BuildCache:
    """Results by their keys; those that a build does not use are forgotten.

    Args:
        name: a folder of `.cache/book`.
        inputs: what the results depend on, beside their keys.
    """

    def __init__(self, name: str, *inputs: bytes):
        digests = [hashlib.sha256(part).digest() for part in (sys.version.encode(), *inputs)]
        self.path = CACHE / "book" / name / f"{hashlib.sha256(b''.join(digests)).hexdigest()[:16]}.json"
        self.before = json.loads(self.path.read_text("utf-8")) if self.path.is_file() else {}
        self.used: dict[str, str] = {}

    def get(self, key: str, compute: Callable[[], str]) -> str:
        """The result for a key; one that cannot be computed raises its error in each build."""
        if key not in self.used:
            self.used[key] = self.before[key] if key in self.before else compute()
        return self.used[key]

    def write(self) -> None:
        """Keep what was used."""
        if self.used == self.before:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(f".{os.getpid()}")
        new.write_text(json.dumps(self.used), "utf-8")
        new.replace(self.path)  # at once: another build may be reading
        for other in self.path.parent.glob("*.json"):
            if other != self.path:
                other.unlink(missing_ok=True)
        self.before = dict(self.used)
