import draw
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([-1.0, 2.0])


def f(x):
    x1, x2 = x
    return torch.stack([x1 * x2, x2 - x1])


J = torch.autograd.functional.jacobian(f, x)
f(x).backward(v)
first, second = v[0] * J[0], v[1] * J[1]
torch.testing.assert_close(first + second, x.grad)
arrows = [
    draw.Arrow(J[0], "J₁", "j"),
    draw.Arrow(J[1], "J₂", "j"),
    draw.Arrow(first, "v₁J₁", "v"),
    draw.Arrow(second, "v₂J₂", "v", first),
    draw.Arrow(x.grad, "vᵀJ", "g"),
]
print(draw.plane(arrows))
