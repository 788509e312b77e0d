"""Each case of the error clinic has the same shape, its heading is what torch says, and breaking leaves nothing behind."""

import copy
import math
import subprocess
import sys
import warnings
from collections import Counter

import numpy
import pytest
import torch
from torch import autograd, func, nn, vmap
from torch.optim import SGD
from torch.utils.checkpoint import checkpoint

from book.clinic import LABELS, LINK, cases
from book.paths import DOCS, LOCALES, ROOT
from tests.plugin.execute import run
from tests.support import fail_with

AT_LEAST = 25
CASES = {case.anchor: case for case in cases("en")}


def test_both_languages_list_the_same_cases():
    listed = {locale: [(case.page.name, case.anchor) for case in cases(locale)] for locale in LOCALES}
    assert listed["zh"] == listed["en"]
    doubled = [anchor for anchor, n in Counter(case.anchor for case in cases("en")).items() if n > 1]
    assert not doubled, f"anchors used twice: {doubled}"
    assert len(CASES) >= AT_LEAST


@pytest.mark.parametrize("locale", LOCALES)
def test_cases_have_one_shape(locale):
    meaning, why, mend, which, more = LABELS[locale]
    wrong = []
    for case in cases(locale):
        output = "pytb" if "Traceback" in case.recording() else "text"
        shape = [meaning, "python", output, why, mend, "python", "text", which, more]
        if case.shape() != shape:
            wrong.append(f"{case.place}: is {case.shape()}, should be {shape}")
        names = [example.snippet.stem for example in case.examples]
        name = case.anchor.replace("-", "_")
        if names != [name, f"{name}_mended"]:
            wrong.append(f"{case.place}: shows {names}; name its snippets {name}.py and {name}_mended.py")
        if not any(link.startswith("../") for link in case.links()):
            wrong.append(f"{case.place}: links to no page of the book")
    fail_with(wrong)


@pytest.mark.parametrize("locale", LOCALES)
def test_heading_is_what_torch_says(locale):
    """Not so for the mistakes without an error: there the wrong output must differ from the right one."""
    wrong = []
    for case in cases(locale):
        if case.page.stem == "silent":
            if case.recording() == case.recording(mended=True):
                wrong.append(f"{case.place}: prints the same broken and mended")
        elif case.heading not in case.said:
            wrong.append(f"{case.place}: `{case.heading}` is not part of what was recorded: {case.said}")
        elif case.markdown != CASES[case.anchor].markdown:
            wrong.append(f"{case.place}: a message is not translated")
    fail_with(wrong)


@pytest.mark.parametrize("locale", LOCALES)
def test_guide_leads_to_every_case(locale):
    page = DOCS / locale / "clinic/index.md"
    guide, _, index = page.read_text("utf-8").partition("{ #all }")
    addresses = [f"{case.page.name}#{case.anchor}" for case in cases(locale)]
    listed = [link for link in LINK.findall(index) if "#" in link]
    assert sorted(listed) == sorted(addresses)
    strays = {link for link in LINK.findall(guide) if "#" in link} - set(addresses)
    assert not strays, f"{page.name}: leads to cases that are not there: {strays}"
    pages = {case.page.name for case in cases(locale)}
    unreached = pages - {link.partition("#")[0] for link in LINK.findall(guide)}
    assert not unreached, f"{page.name}: the guide leads to no case of {unreached}"


def state() -> dict:
    """What a snippet could leave changed for the next one."""
    return {
        "modes": (torch.is_grad_enabled(), torch.is_inference_mode_enabled(), torch.is_anomaly_enabled()),
        "dtype, device": (torch.get_default_dtype(), torch.get_default_device()),
        "dispatch and transforms": (torch._C._len_torch_dispatch_stack(), torch._C._functorch.maybe_current_level()),
        "warnings": list(warnings.filters),
        "warn always": torch.is_warn_always_enabled(),
        "print options": str(torch._tensor_str.PRINT_OPTS),
        "saved-tensor hooks": torch._C._autograd._top_saved_tensors_default_hooks(False),
    }


@pytest.mark.parametrize("anchor", CASES)
def test_breaking_leaves_nothing_behind(anchor):
    broken = CASES[anchor].examples[0].snippet
    run.__wrapped__(broken, "cpu")  # what torch and Python keep from a first time is not the snippet's
    before = state()
    run.__wrapped__(broken, "cpu")
    assert state() == before


def leaf(*values: float) -> torch.Tensor:
    return torch.tensor(values or (1.0, 2.0, 3.0), requires_grad=True)


def y(x: torch.Tensor | None = None) -> torch.Tensor:
    return (leaf() if x is None else x) ** 2


def under(mode, f):
    with mode:
        return f()


def twice_shared():
    h = leaf().exp()
    h.sum().backward()
    (2 * h).sum().backward()


def carried_state():
    w, h = leaf(2.0), torch.ones(1)
    for _ in range(2):
        h = h * w
        (h * h).sum().backward()


def updated_between():
    w = leaf()
    loss = (w**3).sum()
    loss.backward(retain_graph=True)
    SGD([w], lr=0.1).step()
    loss.backward()


def cached_in_module():
    module = nn.Linear(2, 2)
    module.last = module(torch.ones(2))
    copy.deepcopy(module)


def other_shape_through_data():
    h = y()
    h.data = torch.ones(2)
    h.sum().backward()


def with_hook(hook):
    h = y()
    h.register_hook(hook)
    h.sum().backward()


class Square(autograd.Function):
    @staticmethod
    def forward(x):
        return x**2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return 2 * x * grad


class RuledSquare(Square):
    generate_vmap_rule = True


class TwiceRuledSquare(RuledSquare):
    @staticmethod
    def vmap(info, in_dims, x):
        return x**2, 0


def changed_between(f, change):
    """Between the forward and the backward pass something happens to what a checkpoint holds."""
    w = leaf()
    out = checkpoint(lambda x: f(w) * x, leaf(), use_reentrant=False)
    change(w)
    out.sum().backward()


def computed_once(cache):
    return lambda x: x * (cache.get("w") if "w" in cache else cache.setdefault("w", x.exp()))


def shorter():
    """What draws a length from elsewhere than torch."""
    lengths = iter([3, 2])
    return lambda x: x[: next(lengths)].exp()


def saved_more():
    modes = iter([torch.sin, lambda x: x.sin().cos()])
    with torch.utils.checkpoint.set_checkpoint_early_stop(False):
        checkpoint(lambda x: next(modes)(x), leaf(), use_reentrant=False).sum().backward()


def two_for_one():
    net = nn.Linear(3, 1)
    net.register_full_backward_pre_hook(lambda module, grads: (*grads, *grads))
    net(leaf()).sum().backward()


class Early(nn.Module):
    def __init__(self, value):
        if value is None:
            self.register_buffer("value", value)
        self.value = value


class Dirty(autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mark_dirty(x)
        return x

    @staticmethod
    def backward(ctx, grad):
        return grad


def dict_of(x):
    return {"y": y(x)}


def two_of(x):
    return x.sin(), x.cos()


def hooked(f, *registers):
    """Call a module with hooks that does this."""

    class Net(nn.Module):
        def forward(self, x):
            return f(x)

    net = Net()
    for register in registers:
        register(net, lambda module, grad_input, grad_output: None)
    net(leaf())


def in_group(f):
    torch.distributed.init_process_group("gloo", store=torch.distributed.HashStore(), rank=0, world_size=1)
    try:
        f()
    finally:
        torch.distributed.destroy_process_group()


def shared_between_checkpoints():
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.shared = nn.Linear(2, 2), nn.Linear(2, 2)

        def forward(self, x):
            for layer in (self.first, self.shared, self.shared):
                x = checkpoint(layer, x, use_reentrant=True)
            return x

    net = nn.parallel.DistributedDataParallel(Net())
    net(torch.ones(1, 2, requires_grad=True)).sum().backward()


def norm_in_grad(norm):
    weights = {name: weight.detach() for name, weight in norm.named_parameters()}
    func.grad(lambda weights: func.functional_call(norm, weights, torch.ones(4, 3)).sum())(weights)


def on_cpu(x):
    with autograd.graph.save_on_cpu():
        return (x**2).sum()


def scaled(*calls: str):
    """What a `GradScaler` says to these calls in this order."""
    w = leaf()
    opt, scaler = SGD([w], lr=0.1), torch.amp.GradScaler("cpu")
    named = {
        "scale": lambda: scaler.scale(y(w).sum()).backward(),
        "backward": lambda: y(w).sum().backward(),
        "opt": opt.step,
        "update": scaler.update,
    }
    for call in calls:
        named.get(call, lambda call=call: getattr(scaler, call)(opt))()


# What else raises a message, where a case says so.
TRIGGERS = [
    ("checkpoint-metadata", lambda: changed_between(lambda w: w * 1, lambda w: setattr(w, "data", w.data.double()))),
    ("checkpoint-count", lambda: changed_between(torch.exp, lambda w: w.requires_grad_(False))),
    ("checkpoint-count", lambda: checkpoint(computed_once({}), leaf(), use_reentrant=False).sum().backward()),
    ("checkpoint-metadata", lambda: checkpoint(shorter(), leaf(), use_reentrant=False).sum().backward()),
    ("checkpoint-flag", lambda: checkpoint(y, leaf())),
    ("checkpoint-no-output", lambda: checkpoint(torch.detach, leaf(), use_reentrant=True).sum().backward()),
    ("tuple-backward", lambda: (leaf().sum(),).backward()),  # type: ignore[attr-defined]
    ("none-operand", lambda: 0.1 * leaf().grad),  # type: ignore[operator]
    ("output-type", lambda: autograd.backward([leaf().sum().item()])),  # type: ignore[arg-type]
    ("output-type", lambda: autograd.backward([leaf().sum(), None])),  # type: ignore[arg-type]
    ("detach-view", lambda: y().unbind()[0].detach_()),
    ("detach-view", lambda: y().view(3, 1).detach_()),
    ("resize-grad", lambda: under(torch.no_grad(), lambda: leaf().resize_(5))),
    ("resize-grad", lambda: y().resize_as_(torch.ones(5))),
    ("optimizer-empty", lambda: SGD(nn.ReLU().parameters())),
    ("ddp-twice", lambda: in_group(shared_between_checkpoints)),
    ("vmap-item", lambda: vmap(lambda n: leaf()[:n])(torch.tensor([1, 2]))),
    ("vmap-item", lambda: vmap(lambda n: [1.0, 2.0][n])(torch.tensor([0, 1]))),
    ("vmap-branch", lambda: vmap(lambda a: max(1.0, a))(leaf())),
    ("vmap-branch", lambda: vmap(lambda a: min([a, 2 * a]))(leaf())),
    ("vmap-mask", lambda: vmap(lambda a, mask: a[mask].mean())(torch.ones(2, 3), torch.ones(2, 3) > 0)),
    ("vmap-random", lambda: vmap(nn.Dropout())(leaf())),
    ("vmap-returns", lambda: vmap(lambda a: None)(leaf())),
    ("grad-returns", lambda: func.grad(lambda a: a.sum().item())(leaf())),
    ("grad-returns", lambda: func.grad(lambda a: {"loss": a.sum()})(leaf())),
    ("func-captured", lambda: norm_in_grad(nn.BatchNorm1d(3))),
    ("function-vmap", lambda: vmap(func.grad(Square.apply))(leaf())),
    ("function-vmap", lambda: func.hessian(lambda a: Square.apply(a).sum())(leaf())),
    ("function-jvp", lambda: func.jacfwd(RuledSquare.apply)(leaf())),
    ("forward-mode", lambda: func.jacfwd(lambda a: torch.cdist(a, a))(torch.ones(2, 2))),
    ("func-saved-hooks", lambda: func.grad(on_cpu)(leaf())),
    ("func-storage", lambda: func.grad(lambda a: torch.from_numpy(a.detach().numpy()).sum())(leaf())),
    ("setup-context", lambda: func.grad(lambda a: checkpoint(y, a, use_reentrant=True).sum())(leaf())),
    ("unscale-twice", lambda: scaled("scale", "unscale_", "scale", "unscale_")),  # continue after the first
    ("unscale-late", lambda: scaled("scale", "step", "unscale_")),
    ("step-twice", lambda: scaled("scale", "step", "scale", "step")),
    ("update-first", lambda: scaled("scale", "step", "update", "scale", "update")),
    ("implicit-scalar", lambda: y(torch.empty(0, requires_grad=True)).backward()),
    ("implicit-scalar", lambda: autograd.grad(y(), leaf())),
    ("gradient-shape", lambda: y().backward(torch.ones(2))),
    ("gradient-shape", lambda: y().sum().backward(torch.ones(1))),
    ("gradient-shape", lambda: y(leaf(1.0)).backward(torch.tensor(1.0))),
    ("gradient-list", lambda: y().backward(numpy.ones(3))),
    ("gradient-float", lambda: autograd.grad(y().sum().item(), leaf())),  # type: ignore[call-overload]
    ("gradients-count", lambda: autograd.grad([y().sum(), y().sum()], leaf(), [torch.tensor(1.0)])),
    ("no-graph", lambda: under(torch.no_grad(), lambda: y().sum()).backward()),
    ("no-graph", lambda: under(torch.inference_mode(), lambda: y().sum()).backward()),
    ("no-graph", lambda: y().detach().sum().backward()),
    ("no-graph", lambda: y().argmax().float().backward()),
    ("no-graph", lambda: (y() > 1).float().sum().backward()),
    ("no-graph", lambda: torch.tensor(y().tolist()).sum().backward()),
    ("second-time", twice_shared),
    ("second-time", carried_state),
    ("retain-grad", lambda: y().sum().backward(inputs=[torch.ones(1)])),
    ("deepcopy", cached_in_module),
    ("optimizer-nonleaf", lambda: SGD([leaf().to(torch.float64)])),
    ("leaf-inplace", lambda: leaf().mul_(2)),
    ("leaf-view", lambda: leaf().view(3).mul_(2)),
    ("version-counter", updated_between),
    ("multi-view", lambda: y().split(1)[0].mul_(2)),
    ("multi-view", lambda: y().chunk(3)[0].mul_(2)),
    ("multi-view", lambda: y().unbind()[0].mul_(2)),
    ("integer-flag", lambda: y().argmax().requires_grad_()),
    ("integer-flag", lambda: (y() > 0).requires_grad_()),
    ("integer-leaf", lambda: nn.Parameter(torch.tensor([1, 2]))),
    ("integer-leaf", lambda: setattr(torch.tensor([1, 2]), "requires_grad", True)),
    ("numpy-call", lambda: numpy.asarray(y())),
    ("numpy-call", lambda: numpy.sin(y())),
    ("meta-device", lambda: torch.cat([torch.ones(2), torch.ones(2, device="meta")])),
    ("complex-dtype", lambda: y().backward(torch.ones(3, dtype=torch.complex64))),
    ("hook-size", lambda: with_hook(lambda grad: grad.sum())),
    ("function-shape", other_shape_through_data),
    ("func-requires-grad", lambda: func.grad(lambda x: autograd.functional.jacobian(y, x).sum())(leaf())),
    ("checkpoint-reentrant", lambda: checkpoint(y, x := leaf(), use_reentrant=True).sum().backward(inputs=[x])),
    ("anomaly-nan", lambda: under(autograd.set_detect_anomaly(True), lambda: (leaf(0.0).sqrt() * 0).backward())),
    ("nonleaf-grad", lambda: leaf().to(torch.float64).grad),
    ("scalar-conversion", lambda: float(leaf(1.0))),
    ("scalar-conversion", lambda: math.sqrt(leaf(1.0))),
]


# What says what a case quotes from its neighbours.
NEIGHBOURS = [
    ("assign-parameter", lambda: nn.ReLU().register_parameter("w", leaf() * 2)),  # type: ignore[arg-type]
    ("nonfull-hook", lambda: hooked(dict_of, nn.Module.register_backward_hook)),
    ("nonfull-hook", lambda: hooked(two_of, nn.Module.register_backward_hook)),
    ("nonfull-hook", lambda: hooked(y, nn.Module.register_backward_hook, nn.Module.register_full_backward_hook)),
    ("full-hook-inputs", lambda: hooked(dict_of, nn.Module.register_full_backward_hook)),
    ("func-storage", lambda: vmap(lambda a: a.data)(leaf())),
    ("optimizer-empty", lambda: nn.utils.clip_grad_norm_(nn.ReLU().parameters(), 1.0)),
    ("optimizer-empty", lambda: in_group(lambda: nn.parallel.DistributedDataParallel(nn.ReLU()))),
    ("leaf-inplace", lambda: Dirty.apply(leaf())),
    ("func-requires-grad", lambda: func.grad(lambda a: (a * a).sum().retain_grad())(leaf())),
    ("assign-device", lambda: setattr(leaf(), "grad", 1.0)),
    ("grad-returns", lambda: func.grad(lambda a: a.sum(), has_aux=True)(leaf())),
    ("numpy-call", lambda: leaf().apply_(abs)),
    ("numpy-call", lambda: leaf().map_(leaf(), max)),
    ("integer-leaf", lambda: setattr(leaf(), "data", torch.tensor([1]))),
    ("gradcheck-mismatch", lambda: autograd.gradcheck(y, (leaf(),))),
    ("checkpoint-count", saved_more),
    ("checkpoint-keywords", lambda: checkpoint(y, leaf(), use_reentrant=True, debug=True)),
    ("tuple-backward", lambda: [y().sum()].backward()),  # type: ignore[attr-defined]
    ("tuple-backward", lambda: {"a": y().sum()}.backward()),  # type: ignore[attr-defined]
    ("none-operand", lambda: y() - leaf().grad),  # type: ignore[operator]
    ("inputs-type", lambda: autograd.grad(y().sum(), [])),
    ("hook-type", lambda: (x := leaf(), x.register_post_accumulate_grad_hook(lambda p: p.grad), y(x).sum().backward())),
    ("module-hook-count", two_for_one),
    ("module-init", lambda: Early(nn.Parameter(leaf()))),
    ("module-init", lambda: Early(None)),
    ("vmap-mask", lambda: vmap(torch.unique)(torch.ones(2, 3))),
    ("vmap-inplace", lambda: vmap(lambda a: torch.zeros(3).add_(a))(torch.ones(2, 3))),
    ("vmap-in-dims", lambda: vmap(torch.mul)(torch.ones(3), torch.ones(2))),
    ("vmap-in-dims", lambda: vmap(torch.mul)(torch.ones(3), torch.ones(()))),
    ("function-vmap", lambda: vmap(TwiceRuledSquare.apply)(leaf())),
    ("scale-none", lambda: scaled("backward", "step")),
]


def heard(trigger) -> list[str]:
    """The message of the error that it raises, and those of its warnings."""
    always = torch.is_warn_always_enabled()
    torch.set_warn_always(True)
    said = []
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            trigger()
    except (AssertionError, AttributeError, NotImplementedError, RuntimeError, TypeError, ValueError) as error:
        said = [str(error)]
    finally:
        torch.set_warn_always(always)
    return said + [str(warning.message) for warning in caught]


@pytest.mark.parametrize(("anchor", "trigger"), TRIGGERS, ids=[anchor for anchor, _ in TRIGGERS])
def test_other_triggers_say_the_same(anchor, trigger):
    said = heard(trigger)
    assert any(CASES[anchor].heading.lower() in one.lower() for one in said), said


@pytest.mark.parametrize(("anchor", "trigger"), NEIGHBOURS, ids=[anchor for anchor, _ in NEIGHBOURS])
def test_neighbours_that_a_case_names_are_said(anchor, trigger):
    said = "\n".join(heard(trigger))
    for case in (case for locale in LOCALES for case in cases(locale) if case.anchor == anchor):
        code = [child.content for block in case.blocks for child in block.children or () if child.type == "code_inline"]
        quoted = [text for text in code if len(text.split()) >= 4]
        assert any(text in said for text in quoted), f"{case.place}: quotes {quoted}, none of which is in: {said}"


def test_second_device_says_the_same():
    """The case shows torch's FakeTensorMode, which needs no second device; here is one, in a process of its own."""
    code = "import torch, tests.plugin.sim; torch.ones(3, device='cpu') * torch.ones(3, device='sim')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith(f"RuntimeError: {CASES['mixed-devices'].heading}"), last


def test_what_the_cases_say_is_allowed():
    """The ways round a message, and the silent neighbours of an error, where a case names them."""
    x = leaf()
    h = y(x)
    h[0] *= 2  # multi-view: one view at a time
    h.sum().backward(torch.tensor(1, dtype=torch.float64))
    assert x.grad.tolist() == [4.0, 4.0, 6.0]
    y(x).backward([torch.ones(3)])  # gradient-list: a list of tensors, one for each root
    autograd.backward([x.sum(), x.prod()])  # gradients-count: scalar roots only
    assert x.detach().clone().is_leaf and not x.clone().is_leaf
    with torch.no_grad():
        torch.mul(x, x, out=torch.empty(3))
    x.grad = None
    x.grad_dtype = torch.float64  # assign-dtype: set before the gradient
    x.grad = torch.ones(3, dtype=torch.float64)
