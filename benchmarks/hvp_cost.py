"""Measure four ways to a Hessian–vector product beside one gradient, in time and memory, on two shapes of function.

Run it on purpose, on a quiet machine: `python -m benchmarks.hvp_cost` rewrites `hvp_cost.json` beside it, from which the
book draws its charts. Times are the process's own CPU time on one thread; the ways run in turn in every round, and the
median round counts. Memory is the peak of what torch's CPU allocator handed out during one call, the parameters and the
direction not counted, as torch's own profiler reports it.
"""

import statistics

import torch
import torch.autograd.forward_ad as fwd
from torch.profiler import ProfilerActivity, profile

from benchmarks.jacobian_cost import conditions, save, seconds

ROUNDS = 15
SHAPES = {
    "wide": {"width": 1024, "batch": 64, "weights": 2, "steps": 2},
    "deep": {"width": 64, "batch": 256, "weights": 1, "steps": 200},
}


def main():
    torch.set_num_threads(1)
    result = {
        **conditions(),
        "rounds": ROUNDS,
        "units": {"ms": "milliseconds, median", "MB": "2^20 bytes, peak of one call"},
        "shapes": [{"name": name, **shape, **measure(**shape)} for name, shape in SHAPES.items()],
    }
    save(result, __file__)


def measure(width, batch, weights, steps):
    """Time every way in turn, round after round, once all have given the same product."""
    f, params, direction = network(width, batch, weights, steps)
    tasks = {way.__name__: lambda way=way: way(f, params, direction) for way in WAYS}
    for way in WAYS[2:]:
        torch.testing.assert_close(way(f, params, direction), WAYS[1](f, params, direction), rtol=1e-3, atol=1e-3)
    rounds = [[seconds(task, 1) for task in tasks.values()] for _ in range(ROUNDS)]
    medians = [statistics.median(times) for times in zip(*rounds)]
    return {
        name: {"ms": float(f"{1000 * time:.4g}"), "MB": float(f"{megabytes(task):.4g}")}
        for (name, task), time in zip(tasks.items(), medians)
    }


def network(width, batch, weights, steps):
    """Return a scalar function of some square weights, used in turn for all steps; the weights; and a direction."""
    torch.manual_seed(0)
    inputs = torch.randn(batch, width)

    def f(*params):
        h = inputs
        for step in range(steps):
            h = torch.tanh(h @ params[step % weights] + inputs)
        return h.square().mean()

    params = tuple(torch.randn(width, width) / width**0.5 for _ in range(weights))
    return f, params, tuple(torch.randn_like(p) for p in params)


def leaves(params):
    return tuple(p.detach().requires_grad_() for p in params)


def gradient(f, params, direction):
    params = leaves(params)
    return torch.autograd.grad(f(*params), params)


def reverse_over_reverse(f, params, direction):
    params = leaves(params)
    g = torch.autograd.grad(f(*params), params, create_graph=True)
    return torch.autograd.grad(g, params, direction)


def func_jvp_of_grad(f, params, direction):
    g = torch.func.grad(f, argnums=tuple(range(len(params))))
    return torch.func.jvp(g, params, direction)[1]


def dual_numbers(f, params, direction):
    params = leaves(params)
    with fwd.dual_level():
        duals = tuple(map(fwd.make_dual, params, direction))
        g = torch.autograd.grad(f(*duals), duals)
        return tuple(fwd.unpack_dual(part).tangent for part in g)


def reverse_over_forward(f, params, direction):
    params = leaves(params)
    with fwd.dual_level():
        slope = fwd.unpack_dual(f(*map(fwd.make_dual, params, direction))).tangent
    return torch.autograd.grad(slope, params)


WAYS = (gradient, reverse_over_reverse, func_jvp_of_grad, dual_numbers, reverse_over_forward)


def megabytes(task):
    """Return the peak of the memory that one call takes."""
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as profiled:
        task()
    events = [event for event in profiled.profiler.kineto_results.events() if event.name() == "[memory]"]
    now = peak = 0
    for event in sorted(events, key=lambda event: event.start_ns()):
        now += event.nbytes()
        peak = max(peak, now)
    return peak / 2**20


if __name__ == "__main__":
    main()
