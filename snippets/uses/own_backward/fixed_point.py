import matplotlib.pyplot as plt
import torch

x = torch.linspace(
    -3,
    3,
    61,
    dtype=torch.float64,
    requires_grad=True,
)
z = torch.zeros_like(x)


def f(z):
    return torch.tanh(0.8 * z + x)


with torch.no_grad():
    for _ in range(200):
        z = f(z)

z.requires_grad_()
y = f(z)
v = u = torch.ones_like(z)
for _ in range(200):
    u = (
        v
        + torch.autograd.grad(
            y, z, u, retain_graph=True
        )[0]
    )
y.backward(gradient=u, inputs=[x])

plt.plot(
    x.tolist(),
    z.tolist(),
    color="tab:blue",
    label="z",
)
plt.plot(
    x.tolist(),
    x.grad.tolist(),
    color="tab:green",
    label="dz/dx",
)
plt.xlabel("x")
plt.legend()
plt.show()
