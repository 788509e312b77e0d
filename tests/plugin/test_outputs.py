"""The comparator lets the same values on another device pass, and no value that is off by more than the last place.

Set ``COMPARATOR_EXAMPLES`` to try more than the few hundred tensors of a usual run.
"""

import math
import os
from decimal import Decimal

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from book.outputs import FLOAT, TENSOR, equal_within_rounding, last_place, on_cpu, ulp_of

EXAMPLES = int(os.environ.get("COMPARATOR_EXAMPLES", "300"))
DTYPES = (torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.complex64, torch.int64, torch.bool)
checked = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)

sizes = st.one_of(
    st.just(()), st.tuples(st.integers(1, 6)), st.lists(st.integers(1, 3), min_size=2, max_size=3).map(tuple)
)
numbers = st.one_of(
    st.floats(-10, 10),
    st.integers(-1000, 1000).map(float),
    st.floats(-1e6, 1e6),
    st.sampled_from([0.0, -0.0, 1e-7, 3e9]),
)
special = st.sampled_from([math.inf, -math.inf, math.nan])


@st.composite
def tensors(draw, dtypes=DTYPES, values=st.one_of(numbers, numbers, special)):
    dtype, size = draw(st.sampled_from(dtypes)), draw(sizes)
    wanted = values if dtype.is_floating_point or dtype.is_complex else numbers
    flat = draw(st.lists(wanted, min_size=math.prod(size), max_size=math.prod(size)))
    if dtype.is_complex:
        flat = [complex(value, draw(numbers)) for value in flat]
    return torch.tensor(flat).to(dtype).reshape(size)


def on_device(text: str, kind: str) -> str:
    """What a device prints for the same tensor: its name at the end, and the line breaks that come with it."""
    return TENSOR.sub(lambda tensor: tensor[0][:-1] + f",\n       device='{kind}:0')", text)


@checked
@given(tensors(), st.sampled_from(["cuda", "sim"]))
def test_equal_values_on_another_device_pass(tensor, kind):
    assert equal_within_rounding(str(tensor), on_device(str(tensor), kind))


@checked
@given(tensors(dtypes=(torch.float32, torch.float64), values=numbers), st.data())
def test_one_ulp_passes(tensor, data):
    """A kernel may round the other way, and torch then prints another last digit, or four decimals for none."""
    index = data.draw(st.integers(0, tensor.numel() - 1))
    other = tensor.clone().reshape(-1)
    assume(abs(other[index]) >= torch.finfo(tensor.dtype).tiny)  # below it, one ulp is not a small part of the number
    other[index] = torch.nextafter(other[index], other.new_tensor(math.inf))
    printed, device = str(tensor), str(other.reshape(tensor.shape))
    assume("e" in printed or "e" not in device)  # whether torch prints powers of ten hangs on the smallest number
    assert equal_within_rounding(printed, on_device(device, "cuda"))


@checked
@given(tensors(dtypes=DTYPES[:5]), st.data())
def test_more_than_the_last_place_fails(tensor, data):
    text = on_cpu(str(tensor))
    found = list(FLOAT.finditer(text))
    assume(found)
    number = data.draw(st.sampled_from(found))
    value = Decimal(number[0].removesuffix("j"))
    step = max(2 * last_place(number[0]), Decimal("2.1") * Decimal(ulp_of(text, number)) * abs(value))
    moved = value + data.draw(st.sampled_from([1, -1])) * (step + abs(value) / 1000)
    other = (
        text[: number.start()] + f"{moved:+f}" + number[0][len(number[0].removesuffix("j")) :] + text[number.end() :]
    )
    assume(FLOAT.sub("#", other) == FLOAT.sub("#", text))
    assert not equal_within_rounding(text, other)


@checked
@given(tensors(dtypes=(torch.int64, torch.bool)), st.data())
def test_integers_and_booleans_are_exact(tensor, data):
    other = tensor.clone().reshape(-1)
    index = data.draw(st.integers(0, tensor.numel() - 1))
    other[index] = not other[index] if tensor.dtype == torch.bool else other[index] + 1
    assert not equal_within_rounding(str(tensor), on_device(str(other.reshape(tensor.shape)), "cuda"))


@pytest.mark.parametrize(
    ("page", "device"),
    [
        ("tensor(6.)", "tensor(6.0000, device='cuda:0')"),
        ("tensor([2., 4.])", "tensor([2.0000, 3.9999], device='cuda:0')"),
        ("tensor(2., grad_fn=<SumBackward0>)", "tensor(2., device='sim:0', grad_fn=<SumBackward0>)"),
        ("invalid gradient at index 0 - expected device cpu", "invalid gradient at index 0 - expected device cuda:0"),
        ("[torch.FloatTensor [3]], which is output 0", "[torch.cuda.FloatTensor [3]], which is output 0"),
        ("[torch.FloatTensor [3]], which is output 0", "[simFloatType [3]], which is output 0"),
        ("0.3333333432674408", "0.3333333134651184"),
        ("tensor(1.+2.j)", "tensor(1.0000+2.0001j, device='cuda:0')"),
    ],
)
def test_what_devices_print_otherwise_passes(page, device):
    assert equal_within_rounding(page, device)


@pytest.mark.parametrize(
    ("page", "device"),
    [
        ("tensor(6.)", "tensor(7.)"),
        ("tensor(0.5000)", "tensor(0.5002)"),
        ("tensor(1.+2.j)", "tensor(1.+3.j)"),
        ("0.1", "0.2"),
        ("0.123456789012345", "0.123456789112345"),
        ("tensor([1., inf])", "tensor([1., nan])"),
        ("torch.Size([2])", "torch.Size([3])"),
        ("tensor(1.)", "tensor(1., dtype=torch.float64)"),
        ("tensor(2., grad_fn=<SumBackward0>)", "tensor(2., grad_fn=<MulBackward0>)"),
        ("tensor(1.)", "-tensor(1.)"),
    ],
)
def test_other_values_fail(page, device):
    assert not equal_within_rounding(page, device)
