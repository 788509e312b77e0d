"""What the doc-tests promise beyond comparing: legs, counts, recordings, and blocks that leave nothing behind."""

import warnings

import pytest
import torch

from book.paths import LOCALES, SNIPPETS
from tests.forked import run
from tests.plugin.execute import run_here
from tests.small_book import CPU, PYTEST, copy_book

NAME = SNIPPETS / "none" / "none.py"  # these sources are not in a file
LEAKS = {
    "dtype": "torch.set_default_dtype(torch.float64)",
    "grad mode": "torch.set_grad_enabled(False)",
    "print options": "torch.set_printoptions(precision=1, sci_mode=True)",
    "default device": "torch.set_default_device('meta')",
    "anomaly mode": "torch.autograd.set_detect_anomaly(True)",
    "environment": "import os; os.environ['LEAK'] = '1'",
    "path": "import sys; sys.path.append('leak')",
    "seed": "torch.manual_seed(7)",
    "an error on the way": "torch.set_grad_enabled(False); 1 / 0",
}
PROBE = """
import os, sys, torch
x = torch.tensor([1.0, 1 / 3], requires_grad=True)
print(2 * x, x.device, torch.is_anomaly_enabled(), "LEAK" in os.environ, "leak" in sys.path, torch.initial_seed())
"""


@pytest.mark.parametrize("leak", LEAKS)
def test_a_block_leaves_nothing_behind(leak):
    before = run_here(NAME, PROBE, "cpu").printed
    filters = list(warnings.filters)
    run_here(NAME, f"import torch\n{LEAKS[leak]}\n", "cpu")
    assert run_here(NAME, PROBE, "cpu").printed == before
    assert warnings.filters == filters
    assert torch.is_grad_enabled() and torch.get_default_dtype() == torch.float32


@pytest.fixture
def unfiltered():
    """Without pytest's own filters, which make errors of warnings too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def test_a_warning_that_no_page_shows_fails(unfiltered):
    assert "UserWarning" in run_here(NAME, "import warnings\nwarnings.warn('unheard')\n", "cpu").error


def test_a_warning_that_torch_gives_once_is_given_each_time(unfiltered):
    source = "import torch\nx = torch.tensor(1.0, requires_grad=True)\nprint((2 * x).grad)\n"
    assert all("not a leaf Tensor" in run_here(NAME, source, "cpu").error for _ in range(2))


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a CUDA device")
def test_the_cuda_leg_alone_is_an_error_without_a_gpu(tmp_path):
    done = run((*PYTEST, "--device", "cuda"), copy_book(tmp_path))
    assert done.status == pytest.ExitCode.USAGE_ERROR
    assert "--device cuda: torch.cuda.is_available() is False here" in done.output


def test_no_block_at_all_is_a_failure(tmp_path):
    book = copy_book(tmp_path)
    for locale in LOCALES:
        for page in (book / "docs" / locale).rglob("*.md"):
            page.write_text("# Nothing { #nothing }\n", "utf-8")
    (book / "tests" / "test_one.py").write_text("def test_one():\n    pass\n", "utf-8")
    done = run((*PYTEST, "--ignore-glob=tests/*/*"), book)
    assert "1 passed" in done.output
    assert all(f"blocks on {leg}: none" in done.output for leg in ("cpu", "cuda", "sim"))
    assert done.status == pytest.ExitCode.TESTS_FAILED


def test_recording_writes_only_what_changed(tmp_path):
    book = copy_book(tmp_path)
    changed, kept = (book / "snippets/understand/gradient" / name for name in ("clean.out", "matrix.out"))
    good, before = changed.read_text("utf-8"), kept.stat().st_mtime_ns
    changed.write_text("tensor(0.)\n", "utf-8")
    done = run((*PYTEST, "--record", "docs"), book)
    assert done.status == 0 and done.output.count("recorded ") == 1, done.output
    assert changed.read_text("utf-8") == good
    assert kept.stat().st_mtime_ns == before
    assert run(CPU, book).status == 0
