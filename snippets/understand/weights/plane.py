import draw
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([-1.0, 2.0])


def f(x):
    return torch.stack([x[0] * x[1], x[1] - x[0]])


row1, row2 = torch.autograd.functional.jacobian(
    f, x
)
f(x).backward(v)
first, second = v[0] * row1, v[1] * row2
torch.testing.assert_close(first + second, x.grad)
arrows = [
    draw.Arrow(row1, "J₁", "j"),
    draw.Arrow(row2, "J₂", "j"),
    draw.Arrow(first, "v₁J₁", "v"),
    draw.Arrow(second, "v₂J₂", "v", first),
    draw.Arrow(x.grad, "vᵀJ", "g"),
]
print(draw.plane(arrows))
