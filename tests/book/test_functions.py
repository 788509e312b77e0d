"""Every `autograd.Function` of the book is right, or raises, when its gradient is differentiated once more.

The classes and the arguments to try them with are those of the snippets: what each passes to `apply` is noted while it runs.
The truth for a second derivative is the finite difference of the first, which `gradcheck` has confirmed. A Function that
a page shows because it is wrong is named here, with the words of its recording that show it.
"""

import contextlib
import functools
import io
import warnings
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch.autograd import Function, grad, gradcheck, gradgradcheck
from torch.autograd.gradcheck import GradcheckError

from book.paths import SNIPPETS
from tests.plugin.execute import defaults

STEP = 1e-5
# First derivatives that are not the function's: mistakes that a page explains, or another gradient on purpose.
WRONG_FIRST = {
    "uses/function/mistake.py: Square": "Jacobian mismatch",
    "parameters/gradcheck/wrong.py: Cube": "Jacobian mismatch",
    "parameters/gradcheck/transposed.py: Wrong": "Jacobian mismatch",
    "clinic/api/gradcheck_mismatch.py: Square": "Jacobian mismatch",
    "parameters/grad/none_though_used.py: Double": "(None,)",
    "uses/own_backward/straight.py: Round": "tensor(",
    "uses/own_backward/learn.py: Round": "<svg",
}
# Second derivatives that are wrong without an error; where the recording is of another probe, that one raises.
WRONG_SECOND = {
    "uses/function/saved.py: Middle": "tensor(5.4366) tensor(2.7183)",
    "uses/function/view.py: Cube": "tensor([192.]) tensor([288.])",
    "uses/function/around.py: Square": "penalty tensor(864.) right: tensor(1728.)",
    "uses/function/once.py: Square": "trying to differentiate twice",
    "clinic/function/once_differentiable.py: Square": "trying to differentiate twice",
    "parameters/func/silent_zero.py: Square": "tensor(0.)",
}


def bare(argument: Any) -> Any:
    """A tensor as it is outside of `vmap` and `grad`, whose own tensors do not outlive them."""
    while isinstance(argument, torch.Tensor) and torch._C._functorch.is_functorch_wrapped_tensor(argument):
        argument = torch._C._functorch.get_unwrapped(argument)
    return argument


@functools.cache
def calls() -> dict[str, tuple[type[Function], tuple]]:
    """The Functions of all snippets, by file and name, with the arguments of their first call."""
    found: dict[str, tuple[type[Function], tuple]] = {}
    real = Function.__dict__["apply"]
    for snippet in sorted(SNIPPETS.glob("*/**/*.py")):
        source = snippet.read_text("utf-8")
        if "Function)" not in source:
            continue
        name = snippet.relative_to(SNIPPETS).as_posix()

        def apply(cls, *args, name=name):
            if cls.__module__ == "snippet":
                found.setdefault(f"{name}: {cls.__name__}", (cls, tuple(map(bare, args))))
            return real.__func__(cls, *args)

        Function.apply = classmethod(apply)  # type: ignore[assignment,method-assign]
        silent = contextlib.redirect_stdout(io.StringIO())
        try:
            with defaults(), silent, contextlib.suppress(Exception):  # some pages show how it raises
                exec(compile(source, str(snippet), "exec"), {"__name__": "snippet"})
        finally:
            Function.apply = real  # type: ignore[method-assign]
    return found


class Trial:
    """One Function with arguments to try it with, in float64."""

    def __init__(self, cls: type[Function], args: tuple):
        self.cls = cls
        asked = any(isinstance(a, torch.Tensor) and a.requires_grad for a in args)  # inside torch.func nobody asks
        self.args = [
            a.detach().double().requires_grad_(a.requires_grad or not asked)
            if isinstance(a, torch.Tensor) and a.is_floating_point() and not isinstance(a, torch.nn.Parameter)
            else a
            for a in args
        ]
        self.at = [n for n, a in enumerate(self.args) if isinstance(a, torch.Tensor) and a.requires_grad]
        self.xs = [self.args[n] for n in self.at]

    def __call__(self, *xs: torch.Tensor) -> Any:
        args = list(self.args)
        for n, x in zip(self.at, xs):
            args[n] = x
        return self.cls.apply(*args)

    def sum_of_outputs(self, *xs: torch.Tensor) -> Any:
        outputs = self(*xs)
        return sum(y.sum() for y in (outputs if isinstance(outputs, tuple) else (outputs,)))

    def total(self, *xs: torch.Tensor) -> torch.Tensor:
        """One number that depends on every output, and on the inputs by a second way."""
        return self.sum_of_outputs(*xs) + sum((x**3).sum() for x in xs)

    def slope(self, *xs: torch.Tensor) -> torch.Tensor:
        """The sum of the first derivatives, as one backward pass gives them."""
        xs = tuple(x.detach().requires_grad_() for x in xs)
        return sum(g.sum() for g in grad(self.total(*xs), xs)).detach()  # type: ignore[union-attr,return-value]

    def penalty(self, w: torch.Tensor, create_graph: bool) -> torch.Tensor:
        """The squared gradient with respect to the inputs, which `w` scales on their way in."""
        xs = [x.detach().requires_grad_() for x in self.xs]
        gs = grad(self.sum_of_outputs(*(w * x for x in xs)), xs, create_graph=create_graph)
        return sum((g**2).sum() for g in gs)  # type: ignore[return-value]

    @functools.cached_property
    def differences(self) -> list[torch.Tensor]:
        """The derivative of `slope`, by central differences."""
        found = []
        for n, x in enumerate(self.xs):
            d = torch.zeros_like(x)
            for i in range(x.numel()):
                step = torch.zeros_like(x).view(-1)
                step[i] = STEP
                there, back = list(self.xs), list(self.xs)
                there[n], back[n] = x + step.view_as(x), x - step.view_as(x)
                d.view(-1)[i] = (self.slope(*there) - self.slope(*back)) / (2 * STEP)
            found.append(d.detach())
        return found


def by_inputs(trial: Trial) -> bool:
    """`backward(inputs=…)` twice."""
    xs = [x.detach().requires_grad_() for x in trial.xs]
    trial.total(*xs).backward(inputs=xs, create_graph=True)
    first: Any = sum(x.grad.sum() for x in xs)  # type: ignore[union-attr,misc]
    for x in xs:
        x.grad = None
    first.backward(inputs=xs)
    return near([x.grad for x in xs], trial.differences)


def by_second_path(trial: Trial) -> bool:
    """The gradient of a sum in which the inputs also stand beside the Function."""
    xs = [x.detach().requires_grad_() for x in trial.xs]
    gs = grad(trial.total(*xs), xs, create_graph=True)
    return near(grad(sum(g.sum() for g in gs), xs), trial.differences)  # type: ignore[arg-type]


def by_penalty(trial: Trial) -> bool:
    """A gradient penalty, with respect to what comes before the Function."""
    w = torch.ones((), dtype=torch.float64, requires_grad=True)
    got = grad(trial.penalty(w, create_graph=True), w)
    there, back = (trial.penalty((w + s).detach(), create_graph=False) for s in (STEP, -STEP))
    return near(got, [(there - back) / (2 * STEP)])


def by_jacrev(trial: Trial) -> bool:
    """`torch.func.jacrev` of `torch.func.jacrev`."""
    one = torch.func.jacrev(trial.total, argnums=tuple(range(len(trial.xs))))
    xs = [x.detach() for x in trial.xs]
    got = torch.func.jacrev(lambda *xs: sum(g.sum() for g in one(*xs)), argnums=tuple(range(len(xs))))(*xs)
    return near(got, trial.differences)


def near(got, want) -> bool:
    return all(g is not None and torch.allclose(g, w, rtol=1e-4, atol=1e-4) for g, w in zip(got, want, strict=True))


PROBES: dict[str, Callable[[Trial], bool]] = {
    "gradcheck": lambda trial: gradcheck(trial, trial.xs),
    "gradgradcheck": lambda trial: gradgradcheck(trial, trial.xs),
    "inputs twice": by_inputs,
    "second path": by_second_path,
    "penalty": by_penalty,
    "jacrev": by_jacrev,
}


def verdict(probe: Callable[[Trial], bool], trial: Trial) -> str:
    """What becomes of a probe: `right`, `raises` or `wrong`."""
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # of the cycle that backward(create_graph=True) makes
            return "right" if probe(trial) else "wrong"
    except GradcheckError:
        return "wrong"
    except (RuntimeError, TypeError, ValueError):
        return "raises"


def verdicts(name: str) -> dict[str, str]:
    trial = Trial(*calls()[name])
    return {probe: verdict(run, trial) for probe, run in PROBES.items()}


@pytest.mark.parametrize("name", sorted(calls()))
def test_a_function_is_right_or_raises(name):
    found = verdicts(name)
    first = found.pop("gradcheck")
    if name in WRONG_FIRST:
        assert first != "right", f"{name} passes gradcheck: remove it from WRONG_FIRST"
        return
    assert first != "wrong", f"{name}: its first derivative is wrong"
    wrong = [probe for probe, outcome in found.items() if outcome == "wrong"]
    if name in WRONG_SECOND:
        assert wrong, f"{name} is never wrong: remove it from WRONG_SECOND"
    else:
        assert not wrong, f"{name}: a wrong second derivative, without an error, by {', '.join(wrong)}"


@pytest.mark.parametrize("name", [*WRONG_FIRST, *WRONG_SECOND])
def test_what_is_wrong_is_shown_as_wrong(name):
    """By the recording that stands on its page."""
    assert name in calls(), f"{name}: no snippet has this Function any more; remove it"
    snippet = SNIPPETS / name.partition(":")[0]
    recordings = [
        file.read_text("utf-8") for suffix in (".out", ".svg") if (file := snippet.with_suffix(suffix)).exists()
    ]
    said = (WRONG_FIRST | WRONG_SECOND)[name]
    assert any(said in text for text in recordings), f"{name}: its recording does not hold {said!r}"
