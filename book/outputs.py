"""Compare what a snippet printed on another device with what the page shows."""

import platform
import re
import struct
from decimal import Decimal

EXACT_CPU = platform.machine().lower() in ("x86_64", "amd64")  # others round a last place differently
NUMBER = r"[+-]?(?:\d+\.\d*(?:e[+-]?\d+)?|\d+e[+-]?\d+)"
# a number stands alone, or is the second half of a complex one
FLOAT = re.compile(rf"(?:(?<![\w.])|(?<=[\d.])(?=[+-])){NUMBER}(?:j(?!\w)|(?![\w.]))")
TENSOR = re.compile(r"tensor\((?:[^()]|\([^()]*\))*\)")
DEVICE = re.compile(r"\b(?:cuda|sim)(?::\d+)?\b")
FLOAT32_ULP, FLOAT64_ULP = 2.0**-23, 2.0**-52
ULP = {
    "torch.float16": 2.0**-10,
    "torch.bfloat16": 2.0**-7,
    "torch.float64": FLOAT64_ULP,
    "torch.complex128": FLOAT64_ULP,
}
FOURTH_DECIMAL = Decimal("0.0001")  # as many decimals as torch prints


def on_cpu(text: str) -> str:
    """The text as a run on the CPU would print it: no other device named, no padding inside ``tensor(...)``."""
    text = re.sub(r",\s*device='(?:cuda|sim):\d+'", "", text)
    text = re.sub(r"\btorch\.(?:cuda|sim)\.(\w+Tensor)\b", r"torch.\1", text)
    text = re.sub(r"\bsim(\w+)Type\b", r"torch.\1Tensor", text)
    text = DEVICE.sub("cpu", text)
    return TENSOR.sub(lambda tensor: re.sub(r"\s+", "", tensor[0]), text).rstrip()


def last_place(number: str) -> Decimal:
    """One unit of the last printed place, and never more than of the fourth decimal.

    ``6.`` is how torch prints a whole number that could have had four decimals; one unit is not 1 there.
    """
    mantissa, _, exponent = number.removesuffix("j").partition("e")
    decimals = len(mantissa.partition(".")[2])
    return min(Decimal(1).scaleb(-decimals), FOURTH_DECIMAL).scaleb(int(exponent or 0))


def ulp_of(text: str, number: re.Match) -> float:
    """The relative spacing of a printed number's dtype.

    Inside ``tensor(...)`` the dtype is named, or it is float32. Python prints a number outside of it with all its
    digits: it came from float32 if float32 holds exactly that number.
    """
    for tensor in TENSOR.finditer(text):
        if tensor.start() <= number.start() < tensor.end():
            return next((ulp for dtype, ulp in ULP.items() if dtype in tensor[0]), FLOAT32_ULP)
    value = float(number[0].removesuffix("j"))
    try:
        (rounded,) = struct.unpack("f", struct.pack("f", value))
    except OverflowError:
        return FLOAT64_ULP
    return FLOAT32_ULP if rounded == value else FLOAT64_ULP


def close(want: str, got: str, ulp: float) -> bool:
    """Whether two printed floats differ by at most the larger of one unit of the last place and two ulp.

    Args:
        want: as the page shows it.
        got: as the device printed it.
        ulp: relative spacing of the dtype.
    """
    a, b = Decimal(want.removesuffix("j")), Decimal(got.removesuffix("j"))
    unit = max(last_place(want), last_place(got))
    return abs(a - b) <= max(unit, 2 * Decimal(ulp) * max(abs(a), abs(b)))


def equal_within_rounding(want: str, got: str) -> bool:
    """Whether the texts are equal but for ``close`` floats.

    Integers, shapes, dtypes, ``inf``, ``nan`` and words count exactly.
    """
    want, got = on_cpu(want), on_cpu(got)
    if FLOAT.sub("#", want) != FLOAT.sub("#", got):
        return False
    pairs = zip(FLOAT.finditer(want), FLOAT.finditer(got))
    return all(close(a[0], b[0], min(ulp_of(want, a), ulp_of(got, b))) for a, b in pairs)


def agree(recorded: str, printed: str, device: str = "cpu") -> bool:
    """Whether a device printed what is recorded: exactly so on a CPU that rounds as the one that recorded it."""
    exact = device == "cpu" and EXACT_CPU
    return recorded == printed if exact else equal_within_rounding(recorded, printed)
