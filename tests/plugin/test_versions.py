"""What is recorded of other versions of torch is well formed and shown; what has become stale is named, not refused."""

import json
import warnings

import pytest

from book.clinic import cases
from book.paths import ROOT, relative
from book.versions import (
    COMMAND,
    FOLDER,
    OTHERS,
    OUTCOMES,
    Entry,
    Versions,
    about,
    elsewhere,
    entries,
    outcome,
    pinned,
    recorded_versions,
    snippets,
    span,
    write,
)
from tests.support import fail_with

VERSIONS = recorded_versions()


def faults(version: str):
    """What is wrong with a version's file, whatever has changed since it was written."""
    told = about(version)
    if told["torch"].partition("+")[0] != version or not {"python", "machine", "date"} <= told.keys():
        yield f"versions/{version}.json: says {told}"
    for name, entry in entries(version).items():
        if entry.outcome not in OUTCOMES or bool(entry.text) != (entry.outcome in OTHERS):
            yield f"versions/{version}.json: {name}: {entry.outcome} with {entry.text!r}"
        if str(ROOT) in entry.text:
            yield f"versions/{version}.json: {name}: names a folder of the machine that recorded it"


@pytest.mark.parametrize("version", VERSIONS)
def test_file_of_a_version_is_well_formed(version, tmp_path):
    assert version != pinned(), "the recordings beside the snippets are this version's"
    fail_with(faults(version))
    write(version, about(version), entries(version), tmp_path)
    again = (tmp_path / f"{version}.json").read_text("utf-8")
    assert again == (FOLDER / f"{version}.json").read_text("utf-8"), f"written by hand? {COMMAND} {version}"


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("version", VERSIONS)
def test_stale_entries_are_named(version):
    """A changed snippet makes nobody install five torches: pytest shows this as a warning."""
    versions, present = Versions(), [relative(file) for file in snippets()]
    stale = [name for name in present if versions.state(name, version)[0] == "stale"]
    stale += sorted({*present} ^ versions.entries[version].keys())
    if stale:
        some = ", ".join(stale[:3])
        warnings.warn(f"{len(stale)} not as they are now ({some} …); renew: {COMMAND} --stale {version}", stacklevel=1)


def test_older_wordings_are_known_to_the_search():
    case = next(case for case in cases("en") if case.anchor == "unused-input")
    assert any("One of the differentiated Tensors" in said for said in case.said_elsewhere(Versions()))


def test_outcomes():
    raised = "Traceback (most recent call last):\n  ...\nTypeError: no\n"
    assert outcome("1.\n", "1.\n") == "same"
    assert outcome("1.\n", "2.\n") == "differs"
    assert outcome("1.\n", f"1.\n{raised}") == "raises"
    assert outcome(raised, raised.replace("no", "never")) == "differs"


def test_neighbours_that_print_the_same_are_one_span():
    versions = Versions()
    name = relative(snippets()[0])
    valid = Entry("differs", "old\n", versions.digests[name])
    same, stale = Entry("same", "", valid.digest), Entry("differs", "older\n", "0")
    column = {"2.1.0": stale, "2.2.2": valid, "2.10.0": valid, "2.12.0": same, "2.14.1": valid}
    versions.entries = {version: {name: entry} for version, entry in column.items()}
    assert versions.others(name) == [("2.2–2.10", "differs", "old\n"), ("2.14", "differs", "old\n")]
    assert versions.state(name, "2.1.0") == ("stale", "")
    assert span(["2.2.2"]) == "2.2"


def test_a_version_is_compared_with_its_own_output():
    found = {name: entry for name, entry in entries(VERSIONS[0]).items() if elsewhere(ROOT / name, VERSIONS[0])}
    assert found, f"nothing differs any more, or all is stale: {COMMAND} {VERSIONS[0]}"
    for name, entry in found.items():
        assert elsewhere(ROOT / name, VERSIONS[0]) == entry.text
        assert elsewhere(ROOT / name, pinned()) is None


def test_files_are_a_line_a_snippet():
    for version in VERSIONS:
        text = (FOLDER / f"{version}.json").read_text("utf-8")
        assert text.count("\n") == len(json.loads(text)["snippets"]) + len(about(version)) + 4
