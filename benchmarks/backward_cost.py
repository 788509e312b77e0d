"""Measure a backward pass beside its forward pass, where the law of the small constant holds and where it does not.

Run it on purpose, on a quiet machine: `python -m benchmarks.backward_cost` rewrites `backward_cost.json` beside it, from
which the book draws its charts. Times are the process's own CPU time on one thread; what is compared runs in turn in
every round, and the median round counts. Memory is the peak of one call, as torch's profiler reports it.
"""

import statistics

import torch
import torch.autograd.forward_ad as fwd

from benchmarks.hvp_cost import megabytes
from benchmarks.jacobian_cost import conditions, repeat, save, seconds

ROUNDS = 9
SHORTEST = 0.01  # seconds; quicker work is repeated within a sample until it takes that long
STEPS = (125, 250, 500, 1000, 2000, 4000)
ROW = 64  # numbers that a loop reads in each step
NUMBERS = (10**3, 10**4, 10**5, 10**6, 10**7)
DEPTHS = (1, 2, 4, 8, 16, 32, 64)
WIDTH, BATCH = 256, 256


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    result = {
        **conditions(),
        "rounds": ROUNDS,
        "units": {"forward": "seconds, median", "backward": "seconds, median", "MB": "2^20 bytes, peak of one call"},
        "operations": [{"name": name, **timed(f, *inputs)} for name, f, *inputs in operations()],
        "loops": [
            {"steps": n, "index": timed(indexed, ones(n, ROW)), "unbind": timed(unbound, ones(n, ROW))} for n in STEPS
        ],
        "picks": [{"numbers": n, **timed(picked, ones(n))} for n in NUMBERS],
        "memory": [{"depth": depth, **memory(depth)} for depth in DEPTHS],
    }
    save(result, __file__)


def ones(*shape):
    return torch.ones(shape, requires_grad=True)


def operations():
    """Return single operations, each with its name and its inputs that require gradients."""
    x = torch.rand(512, 512, requires_grad=True)
    W = torch.rand(512, 512, requires_grad=True)
    fixed = torch.rand(512, 512)
    line = ones(100_000)
    return [
        ("tanh", torch.tanh, x),
        ("product, one factor", lambda x: x @ fixed, x),
        ("product, both", lambda x, W: x @ W, x, W),
        ("cumprod", lambda x: x.cumprod(0), line),
        ("unfold", lambda x: x.unfold(0, 64, 1).square(), line),
        ("x[0] * x[1]", picked, line),
    ]


def picked(x):
    return x[0] * x[1]


def indexed(x):
    h = torch.zeros(ROW)
    for t in range(len(x)):
        h = torch.tanh(h + x[t])
    return h


def unbound(x):
    h = torch.zeros(ROW)
    for part in x.unbind():
        h = torch.tanh(h + part)
    return h


def timed(f, *inputs):
    """Return the seconds of a forward pass and of the backward pass through it, both medians."""
    y = f(*inputs)
    v = torch.ones_like(y)
    tasks = [lambda: f(*inputs), lambda: torch.autograd.grad(y, inputs, v, retain_graph=True)]
    repeats = [repeat(task, SHORTEST) for task in tasks]
    rounds = [[seconds(task, n) for task, n in zip(tasks, repeats)] for _ in range(ROUNDS)]
    forward, backward = (float(f"{statistics.median(times):.4g}") for times in zip(*rounds))
    return {"forward": forward, "backward": backward, "ratio": float(f"{(forward + backward) / forward:.3g}")}


def memory(depth):
    """Return the peak of a VJP and of a JVP of the same network, with respect to its input, in megabytes."""
    weights = [torch.randn(WIDTH, WIDTH) / WIDTH**0.5 for _ in range(depth)]
    inputs, tangent = torch.randn(2, BATCH, WIDTH)

    def f(x):
        for W in weights:
            x = torch.tanh(x @ W)
        return x

    def vjp():
        x = inputs.clone().requires_grad_()
        return torch.autograd.grad(f(x), x, tangent)

    def jvp():
        with fwd.dual_level():
            return fwd.unpack_dual(f(fwd.make_dual(inputs, tangent))).tangent

    peaks = {task.__name__: float(f"{megabytes(task):.4g}") for task in (vjp, jvp, vjp, jvp)}  # the second counts
    with torch.no_grad():
        return {**peaks, "forward": float(f"{megabytes(lambda: f(inputs)):.4g}")}


if __name__ == "__main__":
    main()
