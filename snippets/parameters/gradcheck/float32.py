import warnings

import torch


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    print(
        torch.autograd.gradcheck(
            f, x, raise_exception=False
        )
    )
print(caught[0].message)
