"""The built site, a server that counts what it sends, and a browser: for the browser tests and the benchmark."""

import contextlib
import gzip
import http.server
import mimetypes
import os
import re
import shutil
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urlsplit

from book.paths import ROOT
from tests.forked import run

PREFIX = "/book/"  # project sites are served from a folder, where a path that begins with / goes astray
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # every other host is out of reach
)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
BROWSERS = 3  # that share the pages: they keep two cores busy
SECONDS = 20  # how long anything in a page may take
# The addresses that each result of a search shows, best first: a page and its sections, without the words to mark there.
RESULTS = """[...document.querySelectorAll(".md-search-result__item")].map(item =>
  [...item.querySelectorAll(":scope > a")].map(link => link.href.replace(/\\?[^#]*/, "")))"""
# Whether the theme asks for a query: it has read in the index, and has answered that the field is empty.
SEARCH_IS_EMPTY = """document.querySelector(".md-search-result__meta").textContent.trim() ===
  JSON.parse(document.getElementById("__config").textContent).translations["search.result.placeholder"]"""
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".ipynb"}


class BuildError(Exception):
    """What MkDocs said when it refused."""


def build(target: Path, config: str = "mkdocs.yml", root: Path = ROOT, strict: bool = True, **environment: str) -> str:
    """Build the site, and return what MkDocs said; `BuildError` if it refused."""
    strictness = "--strict" if strict else "--no-strict"
    command = ("mkdocs", "build", strictness, "--config-file", config, "--site-dir", str(target))
    done = run(command, root, **{"NO_MKDOCS_2_WARNING": "1"} | environment)
    if done.status:
        raise BuildError(done.output)
    return done.output


def files(site: Path) -> dict[str, bytes]:
    """Every file of a built site, by its address."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def sitemap(site: Path) -> list[str]:
    """The site's pages, as their paths below its address."""
    addresses = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    home = min(addresses, key=len)
    return [address.removeprefix(home) for address in addresses]


def in_turns(site: Path, first: int = 0) -> list[str]:
    """Every page once, in Chinese and in English by turns: the languages have the same pages (tests/book/test_parity.py)."""
    chinese = [path for path in sitemap(site) if not path.startswith("en/")]
    return [f"en/{path}" if number % 2 else path for number, path in enumerate(chinese, first)]


def compress(body: bytes) -> bytes:
    """As hosts send it, the same bytes each time."""
    return gzip.compress(body, 9, mtime=0)


class Server(http.server.ThreadingHTTPServer):
    """Serve a folder under `PREFIX`, gzipped as hosts do, and count the bytes of the bodies by path."""

    daemon_threads = True

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.sent: dict[str, int] = {}
        self.bodies: dict[Path, bytes] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *error):
        self.shutdown()
        super().__exit__(*error)

    def body(self, file: Path) -> bytes:
        """What is sent for a file."""
        if file not in self.bodies:
            raw = file.read_bytes()
            self.bodies[file] = compress(raw) if file.suffix in TEXT else raw
        return self.bodies[file]

    def size(self, path: str) -> int:
        """The bytes that are sent for a path below the site's address."""
        return len(self.body(self.folder / path))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{PREFIX}"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answer GET with a file, a folder's index.html, or 404.html."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / path.removeprefix(PREFIX)
        if file.is_dir():
            file = file / "index.html"
        status = 200 if path.startswith(PREFIX) and file.is_file() else 404
        if status == 404:
            file = self.server.folder / "404.html"
        body = self.server.body(file)
        self.send_response(status)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/plain; charset=utf-8")
        if file.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        key = path.removeprefix(PREFIX)
        self.server.sent[key] = self.server.sent.get(key, 0) + len(body)

    def log_message(self, *arguments):
        """Say nothing."""


def program(*names: str) -> str | None:
    """The first of these programs that is on this machine."""
    return next(filter(None, map(shutil.which, names)), None)


def chromium_path() -> str | None:
    """A Chromium on this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    return os.environ.get("CHROMIUM") or program(*names)


@contextlib.contextmanager
def launch():
    """A Chromium that Playwright drives."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        yield browser
        browser.close()


def on_pages(paths: list[str], folder: Path, check) -> list:
    """What `check(chromium, server, path)` returns for each page, in no order; `BROWSERS` share the work."""

    def some(mine: Iterable[str]) -> list:
        with Server(folder) as server, launch() as chromium:
            return [check(chromium, server, path) for path in mine]

    shares = [paths[start::BROWSERS] for start in range(min(BROWSERS, len(paths)))]
    with ThreadPoolExecutor(len(shares)) as pool:
        return list(chain.from_iterable(pool.map(some, shares)))


def wait_for(page, condition: str) -> None:
    """Wait until a condition holds in a page, or `SECONDS`. Playwright's own way is one that the page's policy forbids."""
    end = time.monotonic() + SECONDS
    while not page.evaluate(condition) and time.monotonic() < end:
        page.wait_for_timeout(20)


def search(page, query: str) -> list[list[str]]:
    """Paste a query into the site's search, whose field is open, and return its `RESULTS`."""
    field = page.locator(".md-search__input")
    field.fill("")
    wait_for(page, SEARCH_IS_EMPTY)
    field.fill(query)
    wait_for(page, f"!({SEARCH_IS_EMPTY})")
    return page.evaluate(RESULTS)
