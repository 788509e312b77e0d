"""Firefox and WebKit, each driven by the protocol that it speaks itself: WebDriver BiDi and WebDriver.

Both do the same three things: open an address, evaluate an expression (a promise is awaited), and quit.
"""

import contextlib
import itertools
import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import websocket

from tests.site.browser import program

SECONDS = 60  # for a browser to start, and for a page to load
MINI_BROWSERS = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"
PREFERENCES = """
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def patiently(attempt, *errors: type[Exception]):
    """What `attempt()` returns, tried again while a browser starts."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            return attempt()
        except errors:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


class Firefox:
    """A Firefox that is told what to do over WebDriver BiDi."""

    def __init__(self, port: int):
        address = f"ws://127.0.0.1:{port}/session"
        refused = (ConnectionRefusedError, websocket.WebSocketException)
        self.socket = patiently(
            lambda: websocket.create_connection(address, timeout=SECONDS, suppress_origin=True), *refused
        )
        self.numbers = itertools.count(1)
        self.command("session.new", capabilities={})
        self.tab = self.command("browsingContext.getTree")["contexts"][0]["context"]

    def command(self, method: str, **params) -> dict:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv())).get("id") != number:
            pass  # events, which nobody has asked for
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def close(self) -> None:
        self.socket.close()

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.command("browsingContext.setViewport", context=self.tab, viewport=size)

    def open(self, address: str) -> None:
        self.command("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, expression: str):
        code = f"Promise.resolve({expression}).then(JSON.stringify)"
        target = {"context": self.tab}
        found = self.command("script.evaluate", expression=code, target=target, awaitPromise=True)
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"].get("value", "null"))


class WebKit:
    """A WebKit that is told what to do over WebDriver."""

    def __init__(self, port: int, program: str):
        self.root = f"http://127.0.0.1:{port}/session"
        options = {"binary": program, "args": ["--automation"]}
        capabilities = {"alwaysMatch": {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}}
        started = patiently(lambda: self.post("", capabilities=capabilities), urllib.error.URLError)
        self.root += f"/{started['sessionId']}"
        self.post("/timeouts", script=SECONDS * 1000, pageLoad=SECONDS * 1000)

    def post(self, path: str, **body):
        request = urllib.request.Request(
            self.root + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=2 * SECONDS) as answer:
            return json.load(answer)["value"]

    def resize(self, width: int, height: int) -> None:
        self.post("/window/rect", width=width, height=height)

    def open(self, address: str) -> None:
        self.post("/url", url=address)

    def evaluate(self, expression: str):
        script = f"const done = arguments[0]; Promise.resolve({expression}).then(value => done(JSON.stringify(value ?? null)))"
        return json.loads(self.post("/execute/async", script=script, args=[]))


@contextlib.contextmanager
def process(*command: str, **environment: str) -> Iterator[None]:
    """A program that runs as long as it is needed."""
    started = subprocess.Popen(
        command,
        env=os.environ | environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        started.terminate()
        started.wait()


def firefox_path() -> str | None:
    """A Firefox on this machine."""
    return program("firefox-esr", "firefox")


@contextlib.contextmanager
def firefox() -> Iterator[Firefox]:
    port, path = free_port(), firefox_path()
    assert path
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(PREFERENCES, "utf-8")
        command = (path, "--headless", "--profile", profile, f"--remote-debugging-port={port}")
        with process(*command, HOME=profile), contextlib.closing(Firefox(port)) as engine:
            yield engine


@contextlib.contextmanager
def webkit() -> Iterator[WebKit]:
    """In a virtual display, for MiniBrowser has no headless mode."""
    port, display = free_port(), f":{free_port()}"
    mini = next(str(path) for path in sorted(Path("/").glob(MINI_BROWSERS)))
    settings = {"DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "GDK_BACKEND": "x11"}
    with (
        process("Xvfb", display, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"),
        process("WebKitWebDriver", f"--port={port}", **settings),
    ):
        yield WebKit(port, mini)


ENGINES: dict[str, Callable[[], contextlib.AbstractContextManager[Firefox | WebKit]]] = {
    "firefox": firefox,
    "webkit": webkit,
}


def lacks(engine: str) -> str:
    """What this machine lacks of an engine; empty if nothing."""
    if engine == "firefox":
        return "" if firefox_path() else "no Firefox on this machine"
    missing = [name for name in ("WebKitWebDriver", "Xvfb") if not program(name)]
    return f"no {' and no '.join(missing)} on this machine" if missing else ""
