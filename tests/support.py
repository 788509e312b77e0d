"""How tests fail and when they are skipped."""

import os
from collections.abc import Iterable

import pytest


def fail_with(found: Iterable[str]) -> None:
    """Fail a test with what was found, line by line; pass if nothing was."""
    if found := list(found):
        pytest.fail("\n".join(found), pytrace=False)


def skip_or_fail(lack: str) -> None:
    """Skip a test for what this machine lacks; where the environment says CI=true, everything has to be there."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(lack)
