import matplotlib.pyplot as plt
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([0.5, 2.0])

y = torch.stack([x[0] * x[1], x[1] - x[0]])
(J,) = torch.autograd.grad(y, x, torch.eye(2), retain_graph=True, is_grads_batched=True)
y.backward(v)


def arrow(name, tip, color, start=(0, 0), width=1.5):
    look = {"arrowstyle": "-|>", "color": color, "lw": width, "shrinkA": 0, "shrinkB": 0}
    plt.annotate("", tip, start, arrowprops=look)
    plt.annotate(name, tip, (10, 2), textcoords="offset points", color=color)


first = (v[0] * J[0]).tolist()
arrow("J₁", J[0].tolist(), "tab:blue")
arrow("J₂", J[1].tolist(), "tab:blue")
arrow("v₁J₁", first, "tab:orange", width=3)
arrow("v₁J₁ + v₂J₂", x.grad.tolist(), "tab:orange", start=first, width=3)
arrow("", x.grad.tolist(), "tab:green", width=3)
plt.gca().set_aspect("equal")
plt.axis([-2.2, 3.2, -0.3, 3])
plt.show()
