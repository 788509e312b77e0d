import textwrap

import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = 2 * x
a, b, c = y.unbind()
y.mul_(10)
try:
    print(a + 1)
except RuntimeError as error:
    print(
        textwrap.fill(
            str(error),
            width=50,
            max_lines=4,
            break_on_hyphens=False,
            placeholder=" …",
        )
    )
