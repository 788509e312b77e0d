import torch
from torch import Tensor


@torch.library.custom_op(
    "book_alias::flat", mutates_args=()
)
def flat(x: Tensor) -> Tensor:
    return x.view(-1)


@torch.library.custom_op(
    "book_alias::double", mutates_args=()
)
def double(x: Tensor) -> Tensor:
    return x.mul_(2).clone()


x = torch.ones(2, 2)
try:
    flat(x)
except RuntimeError as e:
    print(str(e).partition("): ")[2][:75])

double(x)
print(x[0])
found = torch.library.opcheck(
    double, (x,), raise_exception=False
)
print(found["test_schema"])
