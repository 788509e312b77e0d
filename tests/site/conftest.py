"""The site, built and served once for all tests that look at it, and a browser to look with."""

import pytest

from tests.site import browser
from tests.support import skip_or_fail

BUILD_SETTINGS = {
    "REPOSITORY_URL": "https://example.org/book",
    "SOURCE_DATE_EPOCH": "1700000000",
    "OFFLINE_ZIP": "LICENSE",  # any file: what is looked at is the page that offers it
}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A server of the freshly built site; `server.folder` is where it lies."""
    with browser.Server(tmp_path_factory.mktemp("book") / "site") as server:
        browser.build(server.folder, SITE_URL=server.url, **BUILD_SETTINGS)
        yield server


@pytest.fixture(scope="module")
def chromium():
    if not browser.chromium_path():
        skip_or_fail("no Chromium on this machine")
    with browser.launch() as launched:
        yield launched
