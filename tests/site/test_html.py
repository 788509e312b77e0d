"""Let the Nu checker, which the W3C's validator runs too, read the HTML of every built page.

It needs Java and the jar of the npm package `vnu-jar`: `.ci/run` installs both. Without them the test is skipped;
where the environment says CI=true, that is a failure.
"""

import json
import shutil
import subprocess

import pytest

from book.paths import ROOT
from tests.site import browser
from tests.support import fail_with, skip_or_fail

JAR = ROOT / ".cache/node_modules/vnu-jar/build/dist/vnu.jar"
# Pages are read over HTTP, as browsers read them: for files the policy's `'self'` would mean nothing.
CHECKER = (
    "java",
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",  # the site is served by this machine
    "-Dnu.validator.servlet.allowed-address-type=all",
    "-jar",
    str(JAR),
    "--no-langdetect",  # it takes Chinese prose between English code for English
    "--format",
    "json",
    "--stdout",
    "--exit-zero-always",
)
# Messages about the theme that are let through, and why. One that no longer occurs is to be deleted.
KNOWN = {
    "Attribute “autocomplete” is only allowed": "the theme's two checkboxes; without it Firefox opens the drawer on reload",
    "Inline script violates Content Security Policy": "the theme's settings: JSON, which no browser runs",
}


def messages(addresses: list[str]) -> list[dict]:
    done = subprocess.run([*CHECKER, *addresses], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["messages"]


@pytest.fixture(scope="module")
def checked(server) -> tuple[list[dict], list[dict]]:
    """What the checker says about every page: what is let through, and the rest."""
    missing = [name for name, found in (("java", shutil.which("java")), (str(JAR), JAR.is_file())) if not found]
    if missing:
        skip_or_fail(f"the Nu checker lacks {' and '.join(missing)}: see how .ci/run installs them")
    server.folder.joinpath("faulty.html").write_text("<!doctype html><html lang=en><title>-</title><p><ul></ul></p>")
    addresses = [server.url + path for path in [*browser.sitemap(server.folder), "404.html", "faulty.html"]]
    found = messages(addresses)
    server.folder.joinpath("faulty.html").unlink()
    known = [message for message in found if message["message"].startswith(tuple(KNOWN))]
    return known, [message for message in found if message not in known]


def test_every_page_is_valid_html(checked):
    fail_with(
        f"{message.get('url')}:{message.get('lastLine')}: {message['message']}\n  {message.get('extract', '')!r}"
        for message in checked[1]
        if not message.get("url", "").endswith("/faulty.html")
    )


def test_a_faulty_page_is_found(checked):
    assert any(message["url"].endswith("/faulty.html") for message in checked[1])


@pytest.mark.parametrize("start", KNOWN)
def test_what_is_let_through_still_occurs(checked, start):
    assert any(message["message"].startswith(start) for message in checked[0]), f"{start}: delete it from KNOWN"
