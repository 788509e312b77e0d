import matplotlib.pyplot as plt
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([0.5, 2.0])

y = torch.stack([x[0] * x[1], x[1] - x[0]])
(row1,) = torch.autograd.grad(
    y,
    x,
    torch.tensor([1.0, 0.0]),
    retain_graph=True,
)
(row2,) = torch.autograd.grad(
    y,
    x,
    torch.tensor([0.0, 1.0]),
    retain_graph=True,
)
y.backward(v)


def arrow(name, start, end, color, width, up=0.1):
    look = {
        "arrowstyle": "-|>",
        "color": color,
        "lw": width,
        "shrinkA": 0,
        "shrinkB": 0,
    }
    plt.annotate(
        "",
        end.tolist(),
        start.tolist(),
        arrowprops=look,
    )
    at = end + torch.tensor([0.1, up])
    plt.text(*at.tolist(), name, color=color)


origin = torch.zeros(2)
first = v[0] * row1
arrow("J₁", origin, row1, "tab:blue", 1.5)
arrow("J₂", origin, row2, "tab:blue", 1.5)
arrow(
    "v₁J₁", origin, first, "tab:orange", 3, -0.3
)
arrow(
    "v₁J₁ + v₂J₂",
    first,
    first + v[1] * row2,
    "tab:orange",
    3,
)
arrow("", origin, x.grad, "tab:green", 3)
plt.gca().set_aspect("equal")
plt.axis([-2.2, 3.2, -0.3, 3])
plt.show()
