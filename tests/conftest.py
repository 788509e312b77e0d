"""The site, built and served once for all tests that look at it."""

import pytest

from tests import browser

BUILD_SETTINGS = {"REPOSITORY_URL": "https://example.org/book", "SOURCE_DATE_EPOCH": "1700000000"}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A server of the freshly built site; `server.folder` is where it lies."""
    server = browser.Server(tmp_path_factory.mktemp("book") / "site")
    browser.build(server.folder, SITE_URL=server.url, **BUILD_SETTINGS)
    yield server
    server.shutdown()
    server.server_close()
