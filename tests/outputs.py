"""Compare what a snippet printed on another device with what the page shows."""

import re
from decimal import Decimal

NUMBER = r"[+-]?(?:\d+\.\d*(?:e[+-]?\d+)?|\.\d+|\d+e[+-]?\d+)"
FLOAT = re.compile(rf"(?<![\w.]){NUMBER}(?![\w.])j?|(?<=\d){NUMBER}j")
TENSOR = re.compile(r"(?:tensor|Parameter containing:\s*tensor)\((?:[^()]|\([^()]*\))*\)")
DEVICE = re.compile(r"\b(?:cuda|sim)(?::\d+)?\b")
ULP = {"torch.float16": 2.0**-10, "torch.bfloat16": 2.0**-7, "torch.float64": 2.0**-52}
FLOAT32_ULP = 2.0**-23


def on_cpu(text: str) -> str:
    """The text as a run on the CPU would print it: no other device named, no padding inside ``tensor(...)``."""
    text = re.sub(r",\s*device='(?:cuda|sim):\d+'", "", text)
    text = re.sub(r"\btorch\.(?:cuda|sim)\.(\w+Tensor)\b", r"torch.\1", text)
    text = DEVICE.sub("cpu", text)
    return TENSOR.sub(lambda tensor: re.sub(r"\s+", "", tensor[0]), text).rstrip()


def last_place(number: str) -> Decimal:
    """One unit of the last printed place of a decimal: 0.01 for ``1.25``, 1e+3 for ``1.e3``."""
    return Decimal(1).scaleb(Decimal(number).as_tuple().exponent)


def close(want: str, got: str, ulp: float = FLOAT32_ULP) -> bool:
    """Whether two printed floats differ by at most the larger of one unit of the last place and two ulp.

    Args:
        want: as the page shows it.
        got: as the device printed it.
        ulp: relative spacing of the tensor's dtype.
    """
    if want == got:
        return True
    want, got = want.removesuffix("j"), got.removesuffix("j")
    a, b = Decimal(want), Decimal(got)
    two_ulp = 2 * Decimal(ulp) * max(abs(a), abs(b))
    return abs(a - b) <= max(last_place(want), last_place(got), two_ulp)


def ulp_of(text: str, position: int) -> float:
    """The relative spacing of the dtype named by the ``tensor(...)`` around a position; float32 names none."""
    for tensor in TENSOR.finditer(text):
        if tensor.start() <= position < tensor.end():
            return next((ulp for dtype, ulp in ULP.items() if dtype in tensor[0]), FLOAT32_ULP)
    return FLOAT32_ULP


def same(want: str, got: str) -> bool:
    """Whether the texts are equal up to ``close`` floats; integers, shapes, dtypes, ``inf``, ``nan`` and words are exact."""
    want, got = on_cpu(want), on_cpu(got)
    if FLOAT.sub("#", want) != FLOAT.sub("#", got):
        return False
    pairs = zip(FLOAT.finditer(want), FLOAT.finditer(got))
    return all(close(a[0], b[0], ulp_of(want, a.start())) for a, b in pairs)
