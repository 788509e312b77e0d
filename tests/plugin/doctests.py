"""The pytest plugin that runs every block of every page on every device and compares what it prints with the page.

pytest-markdown-docs finds the pages and makes the items; here each fence becomes the snippet that it includes, once a
device, and each recorded formula and picture becomes an item too. Three legs: ``cpu`` (text compared exactly), ``cuda``
(skipped where there is none) and ``sim``, the simulated device, which changes the whole process and so gets its own.
"""

import dataclasses
import difflib
import functools
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import torch
from pytest_markdown_docs._runners import DefaultRunner, register_runner
from pytest_markdown_docs.definitions import FenceTestDefinition
from pytest_markdown_docs.plugin import MarkdownDocstringCodeModule, MarkdownInlinePythonItem, MarkdownTextFile

from book.outputs import agree
from book.pages import Example, PageError, examples, included, includes, pages
from book.paths import DOCS, OUTPUTS, ROOT, relative
from book.report import DEVICES, digest, merge
from book.versions import COMMAND, elsewhere, lack, pinned, recorded_versions
from tests.plugin.execute import Run, run
from tests.plugin.sim_reasons import CANNOT

OUTCOMES = ("passed", "failed", "skipped")
RECORD = "pytest --record"
VERSION = torch.__version__.partition("+")[0]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Block(FenceTestDefinition):
    """What a page shows of a snippet, to run on one device."""

    example: Example
    device: str


def block_of(example: Example, device: str) -> Block:
    """Without its source: what runs it reads the snippet."""
    return Block("", (), example.line, example.snippet, runner_name=None, example=example, device=device)


def name_of(snippet: Path) -> str:
    """A snippet's path, without its folder `snippets/` and its suffix."""
    return relative(snippet.with_suffix("")).removeprefix("snippets/")


class Page(MarkdownTextFile):
    """A page: an item for everything it shows, for each device."""

    def collect(self):
        for example in examples(self.path):
            for device in self.config.stash[LEGS]:
                block = block_of(example, device)
                name = f"{name_of(example.snippet)}-{device}"
                yield BlockItem.from_parent(self, name=name, test_definition=block)

    def repr_failure(self, excinfo, style=None):
        return str(excinfo.value) if isinstance(excinfo.value, PageError) else super().repr_failure(excinfo, style)


class BlockItem(MarkdownInlinePythonItem):
    def setup(self):
        super().setup()
        block = self.test_definition
        if block.device == "cuda" and not torch.cuda.is_available():
            pytest.skip("no CUDA device here")
        reason = CANNOT.get(name_of(block.example.snippet))
        if block.device == "sim" and reason:
            pytest.skip(f"the simulated device cannot run it: {reason}")

    def runtest(self):
        if (sim := self.config.stash[SIM]) and self.test_definition.device == "sim":
            sim.report(self.nodeid)
        else:
            super().runtest()


@register_runner(default=True)
class Checked(DefaultRunner):
    """Runs a block's snippet, then compares; pytest-markdown-docs calls it for every block."""

    record = False

    def runtest(self, test: Block, args: dict[str, Any], *, asyncio_runner: Any = None) -> None:  # type: ignore[override]
        result = run(test.example.snippet, test.device)
        if problem := self.mismatch(test, result):
            place = f"{test.example.place}: `{relative(test.example.snippet)}` on {test.device}: "
            pytest.fail(place + problem, pytrace=False)
        if self.record and test.example.recording:
            write(test.example.recording, result.text)

    def mismatch(self, test: Block, result: Run) -> str:
        """In what way the run differs from the page, or from what is recorded for this torch; empty if it does not."""
        snippet = test.example.snippet
        other = None if self.record else elsewhere(snippet, VERSION)
        if other is not None:
            name, renew = f"versions/{VERSION}.json ({relative(snippet)})", f"{COMMAND} {VERSION}"
            return "" if agree(other, result.text, test.device) else difference(other, name, result.text, renew)
        problem = self.mismatch_on_page(test, result)
        return f"{problem}\n{lack(snippet, VERSION)}".rstrip() if problem else ""

    def mismatch_on_page(self, test: Block, result: Run) -> str:
        """In what way the run differs from the page."""
        if result.error and test.example.language != "pytb":
            return f"raises at {result.place}\n{result.error}"
        if test.example.language == "pytb" and not result.error:
            return "runs through, but the page shows that it raises; its output fence should be `text`"
        if test.example.recording is None:
            return self.mismatch_elsewhere(test, result)
        want = test.example.recording.read_text("utf-8")
        if self.record or agree(want, result.text, test.device):
            return ""
        return difference(want, relative(test.example.recording), result.text, RECORD)

    def mismatch_elsewhere(self, test: Block, result: Run) -> str:
        """A block without an output fence must print the formula or picture that its page shows elsewhere."""
        others = [test.example.snippet.with_suffix(suffix) for suffix in (".tex", ".svg")]
        if any(example.recording in others for example in examples(test.example.page)):
            return ""
        return f"prints, but no output fence follows it on the page:\n{result.text or '(nothing; it should print)'}"

    def repr_failure(self, test, excinfo, style=None):
        return (
            str(excinfo.value)
            if isinstance(excinfo.value, pytest.fail.Exception)
            else str(excinfo.getrepr(style="long"))
        )


def difference(recorded: str, name: str, got: str, renew: str) -> str:
    """A diff of what is recorded and what was printed, the first line that differs, and the command that mends it."""
    want, lines = recorded.splitlines(), got.splitlines()
    diff = difflib.unified_diff(want, lines, name, "this run", lineterm="", n=1)
    first = next((n for n, (a, b) in enumerate(zip(want, lines), 1) if a != b), min(len(want), len(lines)) + 1)
    return "\n".join([f"not what {name}:{first} records", *diff, f"if the new output is right: {renew}"])


def write(recording: Path, text: str) -> None:
    """Rewrite a recording, only if it changed."""
    if recording.read_text("utf-8") != text:
        recording.write_text(text, "utf-8")
        print(f"recorded {relative(recording)}", file=sys.__stdout__)


def create_missing_recordings() -> None:
    """An include of a file that is not there stops the page, so a new snippet's recording begins empty."""
    for page in pages():
        for file in filter(None, map(included, page.read_text("utf-8").splitlines())):
            if file.suffix in OUTPUTS and not file.exists() and file.with_suffix(".py").exists():
                file.touch()


class SimulatedLeg:
    """The items of the simulated device, run by a pytest of its own while this one goes on."""

    def __init__(self, items: list[BlockItem]):
        self.folder = tempfile.TemporaryDirectory()
        folder = Path(self.folder.name)
        (folder / "items").write_text("\n".join(item.nodeid for item in items), "utf-8")
        command = ["--device", "sim", "--report", str(folder / "report.json"), f"@{folder / 'items'}"]
        self.log = (folder / "log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *command],
            cwd=ROOT,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self.reports: dict[str, dict] | None = None

    def report(self, nodeid: str) -> None:
        """Let the calling item end as its twin did."""
        if self.reports is None:
            self.process.wait()
            file = Path(self.folder.name, "report.json")
            self.reports = {r["item"]: r for r in json.loads(file.read_text("utf-8"))} if file.exists() else {}
        if nodeid not in self.reports:
            self.log.seek(0)
            pytest.fail(
                f"the process of the simulated device did not run this block:\n{self.log.read()[-4000:]}", pytrace=False
            )
        if self.reports[nodeid]["outcome"] == "failed":
            pytest.fail(self.reports[nodeid]["message"], pytrace=False)


LEGS = pytest.StashKey[tuple[str, ...]]()
SIM = pytest.StashKey[SimulatedLeg | None]()
RESULTS = pytest.StashKey[list[dict]]()


def pytest_addoption(parser):
    group = parser.getgroup("documentation")
    group.addoption(
        "--device", action="append", choices=DEVICES, help="run the pages' blocks on this device only (repeatable)"
    )
    group.addoption(
        "--record", action="store_true", help="run the snippets on the CPU and rewrite the recordings that changed"
    )
    group.addoption(
        "--report", type=Path, default=ROOT / "report" / "blocks.json", help="where to write each block's outcome"
    )


def pytest_configure(config):
    config.addinivalue_line("markers", "records: what this test compares is rewritten with --record")
    chosen = ["cpu"] if config.option.record else config.option.device
    legs = tuple(device for device in DEVICES if device in (chosen or DEVICES))
    if "cuda" in (config.option.device or ()) and not torch.cuda.is_available():
        raise pytest.UsageError("--device cuda: torch.cuda.is_available() is False here")
    config.stash[LEGS] = legs
    config.stash[SIM] = None
    config.stash[RESULTS] = []
    Checked.record = config.option.record
    if legs == ("sim",):
        import tests.plugin.sim  # noqa: F401  (registers the device in this process, which is its own)
    if config.option.record:
        create_missing_recordings()


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    nodes = yield
    ours = [node for node in nodes if not isinstance(node, MarkdownDocstringCodeModule | MarkdownTextFile)]
    if file_path.suffix == ".md" and file_path.is_relative_to(DOCS):
        ours.append(Page.from_parent(parent, path=file_path))
    return ours


def pytest_collection_modifyitems(config, items):
    """With --device only blocks are run, with --record what records. The simulated leg comes last: its process has then had time."""
    if config.option.device or config.option.record:

        def asked(item):
            return isinstance(item, BlockItem) or (config.option.record and item.get_closest_marker("records"))

        config.hook.pytest_deselected(items=[item for item in items if not asked(item)])
        items[:] = filter(asked, items)
    items.sort(key=lambda item: isinstance(item, BlockItem) and item.test_definition.device == "sim")


def pytest_collection_finish(session):
    config = session.config
    sim = [item for item in session.items if isinstance(item, BlockItem) and item.test_definition.device == "sim"]
    if sim and config.stash[LEGS] != ("sim",) and not config.option.collectonly:
        config.stash[SIM] = SimulatedLeg(sim)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if isinstance(item, BlockItem) and (call.when == "call" or report.outcome != "passed") and call.when != "teardown":
        example = item.test_definition.example
        message = report.longrepr[2] if report.skipped else report.longreprtext
        result = {
            "item": item.nodeid,
            "page": relative(example.page),
            "snippet": relative(example.snippet),
            "device": item.test_definition.device,
            "outcome": report.outcome,
            "message": message.removeprefix("Skipped: "),
            "digest": digest(example.snippet),
            "torch": torch.__version__,
            "date": date.today().isoformat(),
        }
        if result["device"] == "cuda" and report.outcome != "skipped":
            result["gpu"] = gpu()
        item.config.stash[RESULTS].append(result)
    return report


@functools.cache
def gpu() -> str:
    """The GPU that runs the blocks, and its driver."""
    query = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    drivers = subprocess.run(query, capture_output=True, text=True, check=True).stdout.split()
    return f"{torch.cuda.get_device_name()}, driver {drivers[0]}"


def is_whole(config) -> bool:
    """Whether the run was asked for all pages, so that a leg without a block is a fault of the tests."""
    option = config.option
    return config.args_source != config.ArgsSource.ARGS and not (
        option.keyword or option.markexpr or option.collectonly
    )


def pytest_sessionfinish(session):
    config, results = session.config, session.config.stash[RESULTS]
    if is_whole(config) and set(config.stash[LEGS]) - {result["device"] for result in results}:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    if results and not config.option.record:
        write_report(config.option.report, results)


def write_report(file: Path, results: list[dict]) -> None:
    """Add this run's outcomes to those of earlier runs."""
    shown = {(relative(page), relative(e.with_suffix(".py"))) for page in pages() for _, e in includes(page)}
    known = json.loads(file.read_text("utf-8")) if file.exists() else []
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(result, ensure_ascii=False) for result in merge(known, results, shown))
    file.write_text(f"[\n{lines}\n]\n", "utf-8")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter, config):
    """One line a leg, last: how many blocks passed, failed, were skipped. No block at all on a leg is a failure."""
    results = config.stash[RESULTS]
    for leg in config.stash[LEGS] if results or is_whole(config) else ():
        mine = [result for result in results if result["device"] == leg]
        counts = ", ".join(
            f"{n} {outcome}" for outcome in OUTCOMES if (n := sum(result["outcome"] == outcome for result in mine))
        )
        reasons = {result["message"] for result in mine if result["outcome"] == "skipped"}
        why = f" ({'; '.join(sorted(reasons))})" if reasons else ""
        terminalreporter.write_line(f"blocks on {leg}: {counts or 'none'}{why}")
    if results and VERSION not in (pinned(), *recorded_versions()):
        terminalreporter.write_line(f"the pages show torch {pinned()}; {VERSION} is not recorded: {COMMAND} {VERSION}")
