"""Try to break what the book states as general, on functions, shapes and values that nobody chose.

Each test is one claim, and names the page and section that states it. A claim that breaks is corrected on its page, and
the counterexample becomes a block there.

    CLAIM_DRAWS=500 pytest tests/book/test_claims.py      many draws of each, where a few do for every day
"""

import dataclasses
import os
from collections.abc import Callable

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.func import grad as func_grad
from torch.func import jacfwd, jacrev, jvp, vjp, vmap
from torch.testing import assert_close
from torch.utils.checkpoint import checkpoint

from book.paths import DOCS, LOCALES
from tests.support import fail_with

# torch.func.jvp compiles its rules with torch.jit.script, which torch itself has deprecated
pytestmark = pytest.mark.filterwarnings("ignore:.*torch.jit.script:DeprecationWarning")
DRAWS = int(os.environ.get("CLAIM_DRAWS", "8"))
SHAPES = ((), (1,), (3,), (4,), (1, 3), (2, 3), (3, 1), (2, 2, 2))
MATRIX = torch.linspace(-1, 1, 16, dtype=torch.float64).reshape(4, 4).sin()
# What functions are made of; each is smooth, and defined for all numbers and shapes.
OPERATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "sin": torch.sin,
    "tanh": torch.tanh,
    "exp of sin": lambda x: x.sin().exp(),
    "square": lambda x: x**2,
    "scaled": lambda x: 0.5 * x,
    "shifted": lambda x: x + 1,
    "softplus": torch.nn.functional.softplus,
    "sum of the last": lambda x: x.sum(-1) if x.dim() else x,
    "mean of the first": lambda x: x.mean(0) if x.dim() else x,
    "cumsum": lambda x: x.cumsum(0) if x.dim() else x,
    "softmax": lambda x: x.softmax(-1) if x.dim() else x,
    "matmul": lambda x: x @ MATRIX[: x.shape[-1], :2] if x.dim() and x.shape[-1] <= 4 else x,
    "outer with itself": lambda x: torch.outer(x, x) if x.dim() == 1 and x.numel() <= 4 else x,
    "flip": lambda x: x.flip(0) if x.dim() else x,
    "flat view": lambda x: x.reshape(-1),
    "transposed": lambda x: x.transpose(0, -1) if x.dim() else x,
    "index": lambda x: x[[0, 0, -1]] if x.dim() else x,
    "slice": lambda x: x[:1] if x.dim() else x,
    "expanded": lambda x: x.expand(2, *x.shape) if x.numel() <= 8 else x,
    "joined": lambda x: torch.cat([x, 2 * x]) if x.dim() and x.numel() <= 8 else x,
    "stacked": lambda x: torch.stack([x, x.sin()]) if x.numel() <= 8 else x,
    "in place": lambda x: (2 * x).add_(1).mul_(3),
    "in place on a view": lambda x: torch.cat([h := (x + 1).reshape(-1), h[:1].clone().mul_(5)]),
    "product with itself": lambda x: x * x.sin(),
}


@dataclasses.dataclass(frozen=True)
class Case:
    """A function, a point, and a weight for each output: `y = f(x)`, `v` of the shape of `y`. All are float64."""

    names: tuple[str, ...]
    shape: tuple[int, ...]
    seed: int

    def f(self, x: Tensor) -> Tensor:
        for name in self.names:
            x = OPERATIONS[name](x)
        return x

    def draw(self, shape: tuple[int, ...] | torch.Size, salt: int = 0) -> Tensor:
        generator = torch.Generator().manual_seed(self.seed + salt)
        return torch.randn(shape, generator=generator, dtype=torch.float64)

    def x(self) -> Tensor:
        return self.draw(self.shape).requires_grad_()

    def v(self, salt: int = 1) -> Tensor:
        return self.draw(self.f(self.x()).shape, salt)

    def vjp(self, v: Tensor, then: Callable[[Tensor], Tensor] = lambda y: y) -> Tensor:
        """What `backward(v)`, perhaps of a function of the output, leaves in the `.grad` of a new leaf."""
        x = self.x()
        then(self.f(x)).backward(v)
        assert x.grad is not None
        return x.grad


CASES = st.builds(
    Case,
    st.lists(st.sampled_from(sorted(OPERATIONS)), min_size=1, max_size=4).map(tuple),
    st.sampled_from(SHAPES),
    st.integers(0, 10_000),
)
CURVED = CASES.map(lambda case: dataclasses.replace(case, names=("sin", *case.names)))
PLACES: list[tuple[str, str]] = []


def claim(*places: str, cases: st.SearchStrategy[Case] = CASES) -> Callable:
    """A claim of a page, at a section (or the same at several), for every case that is drawn."""

    def decorate(test: Callable) -> Callable:
        PLACES.extend((test.__name__, place) for place in places)
        quiet = settings(
            max_examples=DRAWS,
            deadline=None,
            database=None,
            derandomize=DRAWS < 100,
            suppress_health_check=[*HealthCheck],
        )
        return quiet(given(case=cases)(test))

    return decorate


def test_every_claim_names_a_section():
    wrong = []
    for name, place in PLACES:
        page, _, anchor = place.partition("#")
        for locale in LOCALES:
            file = DOCS / locale / f"{page}.md"
            if f"{{ #{anchor} }}" not in file.read_text("utf-8"):
                wrong.append(f"{name}: docs/{locale}/{page}.md has no section #{anchor}")
    assert len(PLACES) >= 40
    fail_with(wrong)


# What v does


@claim("understand/gradient#question", "understand/implicit#one")
def test_backward_of_v_is_the_gradient_of_the_weighted_sum(case):
    x = case.x()
    v = case.v()
    (v * case.f(x)).sum().backward()
    assert_close(case.vjp(v), x.grad)


@claim("understand/gradient#jacobian")
def test_backward_of_v_is_v_times_the_jacobian(case):
    x, v = case.x().detach(), case.v()
    jacobian = jacrev(case.f)(x).reshape(v.numel(), x.numel())
    assert_close(case.vjp(v).reshape(-1), v.reshape(-1) @ jacobian)


@claim("understand/gradient#chain")
def test_v_is_the_gradient_of_what_comes_after(case):
    x, other = case.x(), case.x()
    y = case.f(x)
    a = (case.v() * y.sin()).sum()
    (v,) = torch.autograd.grad(a, y, retain_graph=True)
    a.backward()
    case.f(other).backward(v)
    assert_close(x.grad, other.grad)


@claim("understand/chain#paths")
def test_contributions_of_several_paths_add(case):
    x = case.x()
    (case.f(x) + case.f(x).sin()).backward(case.v())
    assert_close(x.grad, case.vjp(case.v()) + case.vjp(case.v(), torch.sin))


@claim("understand/weights#same", "understand/weights#scaling")
def test_the_result_is_linear_in_v(case):
    v, w = case.v(1), case.v(2)
    assert_close(case.vjp(2 * v - 3 * w), 2 * case.vjp(v) - 3 * case.vjp(w))


@claim("understand/weights#constant", "parameters/create_graph#without")
def test_without_create_graph_no_gradient_flows_into_v(case):
    v = case.v().requires_grad_()
    x = case.x()
    case.f(x).backward(v)
    assert v.grad is None and not x.grad.requires_grad


@claim("understand/rows#one-row", "understand/rows#rebuild")
def test_all_one_hot_vectors_rebuild_the_jacobian(case):
    v = case.v()
    units = torch.eye(v.numel(), dtype=v.dtype).reshape((-1, *v.shape))
    rows = torch.stack([case.vjp(unit) for unit in units])
    assert_close(rows.reshape((*v.shape, *case.shape)), jacfwd(case.f)(case.x().detach()))


@claim("higher/matrix_free#operators")
def test_the_dot_product_test_holds(case):
    x, u, v = case.x().detach(), case.draw(case.shape, 5), case.v()
    forward = (v * jvp(case.f, (x,), (u,))[1]).sum()
    backward = (vjp(case.f, x)[1](v)[0] * u).sum()
    assert_close(forward, backward)


# Shapes and dtypes


@claim("understand/shapes#output")
def test_the_gradient_has_the_shape_of_the_input(case):
    assert case.vjp(case.v()).shape == case.shape


@claim("understand/shapes#no-broadcast")
def test_another_shape_of_v_is_refused(case):
    v = case.v()
    for other in (v.unsqueeze(0), v.reshape(-1)[:0], torch.cat([v.reshape(-1), v.reshape(-1)])):
        if other.shape != v.shape:
            with pytest.raises(RuntimeError, match="Mismatch in shape"):
                case.f(case.x()).backward(other)


@claim("understand/shapes#dtype")
def test_a_real_v_is_cast_to_the_dtype_of_the_output(case):
    for dtype in (torch.float16, torch.float32, torch.int64, torch.bool):
        v = case.v().to(dtype)
        got = case.vjp(v)
        assert got.dtype == torch.float64
        assert_close(got, case.vjp(v.double()))


@claim("understand/shapes#dtype")
def test_a_complex_v_of_a_real_output_is_refused(case):
    with pytest.raises(RuntimeError, match="complex"):
        case.f(case.x()).backward(case.v().to(torch.complex128))


@claim("understand/shapes#matrix")
def test_flattening_the_output_and_v_changes_nothing(case):
    x = case.x()
    case.f(x).reshape(-1).backward(case.v().reshape(-1))
    assert_close(x.grad, case.vjp(case.v()))


@claim("understand/implicit#why-not-ones")
def test_more_or_fewer_elements_than_one_need_v(case):
    y = case.f(case.x())
    if y.numel() != 1:
        with pytest.raises(RuntimeError, match="implicitly created only for scalar outputs"):
            y.backward()
    with pytest.raises(RuntimeError, match="implicitly created only for scalar outputs"):
        y.reshape(-1)[:0].backward()


@claim("understand/implicit#one-element", "understand/weights#ones")
def test_one_real_element_in_any_dimensions_may_leave_it_out(case):
    x = case.x()
    z = case.f(x).sum().reshape((1,) * (case.seed % 4))
    z.backward()
    assert_close(x.grad, case.vjp(torch.ones_like(case.v())))


# What is kept, added and freed


@claim("parameters/accumulate#accumulate")
def test_calls_add_up(case):
    x = case.x()
    y = case.f(x)
    y.backward(case.v(1), retain_graph=True)
    y.backward(case.v(2))
    assert_close(x.grad, case.vjp(case.v(1)) + case.vjp(case.v(2)))


@claim("parameters/accumulate#in-place")
def test_a_kept_grad_changes_with_the_next_call(case):
    x = case.x()
    case.f(x).backward(case.v())
    kept = x.grad
    case.f(x).backward(case.v())
    assert x.grad is kept


@claim("parameters/accumulate#clear")
def test_cleared_is_as_if_never_called(case):
    x = case.x()
    case.f(x).backward(case.v(1))
    x.grad = None
    case.f(x).backward(case.v(2))
    assert_close(x.grad, case.vjp(case.v(2)))


@claim("parameters/accumulate#micro-batches")
def test_shares_of_micro_batches_add_up_to_the_mean(case):
    w = case.draw((3,)).requires_grad_()
    samples, split = case.draw((7, 3), 3), 1 + case.seed % 6
    (samples @ w).sin().mean().backward()
    whole, w.grad = w.grad, None
    for part in samples.split([split, 7 - split]):
        (part @ w).sin().mean().backward(torch.tensor(len(part) / 7))
    assert_close(w.grad, whole, rtol=1e-6, atol=1e-6)


@claim("parameters/retain_graph#freed", cases=CURVED)
def test_a_second_walk_over_saved_values_is_refused(case):
    y = case.f(case.x())
    y.backward(case.v())
    with pytest.raises(RuntimeError, match="second time"):
        y.backward(case.v())


@claim("parameters/retain_graph#saves")
def test_a_retained_graph_gives_the_same_again(case):
    x = case.x()
    y = case.f(x)
    first, second = (torch.autograd.grad(y, x, case.v(), retain_graph=True)[0] for _ in range(2))
    assert_close(first, second, rtol=0, atol=0)


@claim("understand/inplace#version")
def test_a_saved_value_that_changed_is_noticed(case):
    x = case.x()
    h = x.exp()
    y = h * case.draw(case.shape, 9)
    h.add_(1)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.sum().backward()


# Derivatives of derivatives


@claim("parameters/create_graph#second")
def test_the_hessian_is_symmetric(case):
    v = case.v()

    def loss(x: Tensor) -> Tensor:
        return (v * case.f(x)).sum()

    n = max(1, case.x().numel())
    hessian = jacrev(jacrev(loss))(case.x().detach()).reshape(n, n)
    assert_close(hessian, hessian.T)


@claim("parameters/create_graph#hvp")
def test_reverse_over_reverse_is_forward_over_reverse(case):
    v = case.v()

    def loss(x: Tensor) -> Tensor:
        return (v * case.f(x).sin()).sum()

    x, u = case.x(), case.draw(case.shape, 5)
    (g,) = torch.autograd.grad(loss(x), x, create_graph=True)
    (hvp,) = torch.autograd.grad(g, x, u)
    assert_close(hvp, jvp(func_grad(loss), (x.detach(),), (u,))[1])


@claim("higher/double_backward#two", "parameters/func#double-vjp")
def test_the_second_backward_reaches_v_by_the_jacobian(case):
    x, v, weights = case.x(), case.v().requires_grad_(), case.draw(case.shape, 6)
    (g,) = torch.autograd.grad(case.f(x), x, v, create_graph=True)
    (v_bar,) = torch.autograd.grad(g, v, weights)
    assert_close(v_bar, jvp(case.f, (x.detach(),), (weights,))[1])


# The other parameters and functions


@claim("parameters/inputs#forms")
def test_inputs_touch_no_other_leaf(case):
    x, other = case.x(), case.x()
    (case.f(x) + case.f(other)).backward(case.v(), inputs=[x])
    assert other.grad is None
    assert_close(x.grad, case.vjp(case.v()))


@claim("parameters/inputs#middle")
def test_inputs_may_be_inner_tensors(case):
    x = case.x()
    h = 2 * x
    case.f(h).backward(case.v(), inputs=[h])
    expected = torch.autograd.grad(case.f(z := (2 * case.x()).detach().requires_grad_()), z, case.v())[0]
    assert x.grad is None
    assert_close(h.grad, expected)


@claim("parameters/several#sum")
def test_several_roots_add_up(case):
    x = case.x()
    torch.autograd.backward([case.f(x), case.f(x).sin()], [case.v(1), case.v(2)])
    assert_close(x.grad, case.vjp(case.v(1)) + case.vjp(case.v(2), torch.sin))


@claim("parameters/grad#returns")
def test_grad_returns_what_backward_adds_and_leaves_a_leaf_alone(case):
    x = case.x()
    (g,) = torch.autograd.grad(case.f(x), x, case.v())
    assert x.grad is None
    assert_close(g, case.vjp(case.v()))


@claim("parameters/grad#unused")
def test_an_unused_input_gives_none_or_zeros(case):
    x, unused = case.x(), case.x()
    with pytest.raises(RuntimeError, match="not have been used in the graph"):
        torch.autograd.grad(case.f(x), [x, unused], case.v())
    assert torch.autograd.grad(case.f(x), [x, unused], case.v(), allow_unused=True)[1] is None
    zeros = torch.autograd.grad(case.f(x), [x, unused], case.v(), materialize_grads=True)[1]
    assert_close(zeros, torch.zeros_like(unused))


@claim("parameters/grad#batched")
def test_batched_gradients_are_the_loop(case):
    x = case.x()
    y = case.f(x)
    vs = torch.stack([case.v(1), case.v(2), case.v(3)])
    (batch,) = torch.autograd.grad(y, x, vs, is_grads_batched=True)
    assert_close(batch, torch.stack([case.vjp(v) for v in vs]))


@claim("parameters/func#vjp-jvp")
def test_func_vjp_is_backward(case):
    y, back = vjp(case.f, case.x().detach())
    assert_close(back(case.v())[0], case.vjp(case.v()))
    assert_close(y, case.f(case.x()).detach())


@claim("parameters/func#rows")
def test_jacobians_by_rows_and_by_columns_agree(case):
    x = case.x().detach()
    assert_close(jacrev(case.f)(x), jacfwd(case.f)(x))


@claim("higher/per_sample#three")
def test_per_sample_gradients_are_the_loop(case):
    w, samples = case.draw((3,)), case.draw((5, 3), 3)

    def loss(w: Tensor, sample: Tensor) -> Tensor:
        return (w * sample).sum().sin()

    loop = torch.stack([func_grad(loss)(w, sample) for sample in samples])
    assert_close(vmap(func_grad(loss), (None, 0))(w, samples), loop)


@claim("parameters/gradcheck#gradcheck", cases=CURVED)
def test_gradcheck_passes_what_is_right(case):
    assert torch.autograd.gradcheck(case.f, case.x())


# Hooks, checkpoints, complex numbers


@claim("uses/hooks#read")
def test_a_hook_sees_v_of_its_tensor_once(case):
    x, seen = case.x(), []
    h = x.sin()
    h.register_hook(lambda g: seen.append(g.clone()))
    case.f(h).backward(case.v())
    (expected,) = torch.autograd.grad(case.f(z := case.x().sin().detach().requires_grad_()), z, case.v())
    assert len(seen) == 1
    assert_close(seen[0], expected)


@claim("uses/hooks#clip")
def test_what_a_hook_returns_takes_the_place_of_the_gradient(case):
    x = case.x()
    h = x.sin()
    h.register_hook(lambda g: 3 * g)
    case.f(h).backward(case.v())
    plain = torch.autograd.grad(case.f((z := case.x()).sin()), z, case.v())[0]
    assert_close(x.grad, 3 * plain)


@claim("uses/hooks#order")
def test_hooks_of_a_tensor_run_in_the_order_registered(case):
    x, order = case.x(), []
    for name in "abc":
        x.register_hook(lambda g, name=name: order.append(name))
    case.f(x).backward(case.v())
    assert order == ["a", "b", "c"]


@claim("uses/checkpoint#counted", cases=CURVED)
def test_a_checkpoint_runs_again_once_and_changes_nothing(case):
    for reentrant in (True, False):
        x, runs = case.x(), []

        def counted(x: Tensor, runs: list = runs) -> Tensor:
            runs.append(1)
            return case.f(x)

        checkpoint(counted, x, use_reentrant=reentrant).backward(case.v())
        assert len(runs) == 2
        assert_close(x.grad, case.vjp(case.v()))


@claim("uses/complex#convention")
def test_the_gradient_of_a_complex_leaf_pairs_both_derivatives(case):
    z = torch.complex(case.draw((3,), 1), case.draw((3,), 2)).requires_grad_()
    a, b = (part.detach().clone().requires_grad_() for part in (z.real, z.imag))

    def loss(z: Tensor) -> Tensor:
        return (z.sin() * z).abs().sum() + z.real.square().sum()

    loss(z).backward()
    loss(torch.complex(a, b)).backward()
    assert_close(z.grad, torch.complex(a.grad, b.grad))


@claim("uses/complex#steepest")
def test_a_small_step_against_a_complex_gradient_goes_down(case):
    z = torch.complex(case.draw((3,), 1), case.draw((3,), 2)).requires_grad_()
    loss = (z**2 + 1).abs().square().sum()
    loss.backward()
    with torch.no_grad():
        after = ((z - 1e-6 * z.grad) ** 2 + 1).abs().square().sum()
    assert after < loss


# Where the graph is, and where it is not


@claim("understand/autograd#graph")
def test_an_inner_tensor_keeps_no_grad_unless_asked(case):
    x = case.x()
    kept, dropped = 2 * x, 3 * x
    kept.retain_grad()
    case.f(kept * dropped).backward(case.v())
    assert kept.grad is not None and dropped.grad_fn is not None
    with pytest.warns(UserWarning, match="not a leaf"):
        assert dropped.grad is None


@claim("understand/breaks#detach")
def test_nothing_flows_through_detach(case):
    x = case.x()
    (case.f(x) + case.f(x.detach()).sin()).backward(case.v())
    assert_close(x.grad, case.vjp(case.v()))


@claim("understand/breaks#no-grad")
def test_what_is_computed_under_no_grad_has_no_graph(case):
    x = case.x()
    with torch.no_grad():
        y = case.f(2 * x)
    assert not y.requires_grad


@claim("understand/inplace#recorded")
def test_in_place_changes_of_inner_tensors_are_recorded(case):
    x, other = case.x(), case.x()
    h = 2 * x
    h.mul_(3).add_(1)
    case.f(h).backward(case.v())
    case.f(2 * other * 3 + 1).backward(case.v())
    assert_close(x.grad, other.grad)


@claim("understand/inplace#leaf")
def test_a_leaf_cannot_be_changed_in_place(case):
    with pytest.raises(RuntimeError, match="leaf Variable that requires grad is being used in an in-place"):
        case.x().add_(1)
