"""Measure one reverse pass beside the forward pass and the whole Jacobian, and record the medians.

Run it on purpose, on a quiet machine: `python -m benchmarks.jacobian_cost` rewrites `jacobian_cost.json` beside it,
from which the book draws its charts. Times are the process's own CPU time on one thread, so that other programs on
the machine disturb them little. All that is compared runs in turn in every round, and the median round counts.
"""

import json
import os
import platform
import statistics
import time
from datetime import date
from pathlib import Path

import torch

OUTPUTS = (1, 2, 4, 8, 16, 32, 64, 128, 256)
INPUTS = (16, 64, 256, 1024, 4096)
WIDTH = 1024  # inputs and hidden units while the outputs grow; hidden units while the inputs grow
ROUNDS = 31
SHORTEST = 0.02  # seconds; quicker work is repeated within a sample until it takes that long


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    outputs = [{"inputs": WIDTH, "outputs": m, **outputs_grow(m)} for m in OUTPUTS]
    inputs = [{"inputs": n, "outputs": WIDTH, **inputs_grow(n)} for n in INPUTS]
    replace_by_medians(outputs + inputs)
    result = {**conditions(), "rounds": ROUNDS, "unit": "seconds, median", "outputs": outputs, "inputs": inputs}
    save(result, __file__)


def network(inputs):
    """Return x, and a function of it with two dense layers and WIDTH outputs."""
    first = torch.randn(inputs, WIDTH) / inputs**0.5
    second = torch.randn(WIDTH, WIDTH) / WIDTH**0.5
    x = torch.randn(inputs, requires_grad=True)
    return x, lambda: torch.tanh(x @ first) @ second


def outputs_grow(m):
    """Keep the network and take m of its outputs, so that the forward pass costs the same for every m."""
    x, f = network(WIDTH)
    y = f()[:m]
    v, rows = torch.randn(m), torch.eye(m)

    def row_by_row():
        return torch.stack([torch.autograd.grad(y, x, row, retain_graph=True)[0] for row in rows])

    def batched():
        return torch.autograd.grad(y, x, rows, retain_graph=True, is_grads_batched=True)[0]

    torch.testing.assert_close(row_by_row(), batched())
    return {
        "forward": f,
        "vjp": lambda: torch.autograd.grad(y, x, v, retain_graph=True),
        "jacobian": row_by_row,
        "batched": batched,
    }


def inputs_grow(n):
    """Give the network n inputs."""
    x, f = network(n)
    y = f()
    v = torch.randn(WIDTH)
    return {"forward": f, "vjp": lambda: torch.autograd.grad(y, x, v, retain_graph=True)}


def replace_by_medians(rows):
    """Time every task of every row in turn, round after round, and put its median in its place."""
    tasks = [(row, name, task) for row in rows for name, task in row.items() if callable(task)]
    repeats = [repeat(task, SHORTEST) for _, _, task in tasks]
    rounds = [[seconds(task, n) for (_, _, task), n in zip(tasks, repeats)] for _ in range(ROUNDS)]
    for (row, name, _), times in zip(tasks, zip(*rounds)):
        row[name] = float(f"{statistics.median(times):.4g}")


def repeat(task, shortest):
    """How often to do a task, so that it takes at least so many seconds."""
    return max(1, round(shortest / min(seconds(task, 1) for _ in range(3))))


def seconds(task, repeats):
    start = time.process_time()
    for _ in range(repeats):
        task()
    return (time.process_time() - start) / repeats


def save(result, script):
    """Write what a script measured beside it, and print it."""
    text = json.dumps(result, indent=1) + "\n"
    Path(script).with_suffix(".json").write_text(text, "utf-8")
    print(text)


def conditions():
    """Return on what, with which torch and when something is measured."""
    return {
        "machine": processor(),
        "cores": os.cpu_count(),
        "architecture": platform.machine(),
        "torch": torch.__version__,
        "threads": torch.get_num_threads(),
        "date": date.today().isoformat(),
        "clock": "time.process_time",
    }


def processor():
    """Return the processor's model as the system names it, or just `CPU`."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "CPU"


if __name__ == "__main__":
    main()
