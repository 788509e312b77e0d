import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor([0.5, -1.0, 2.0])


def front(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x.sum(),
            x[0] + x[1] * x[2],
        ]
    )


def back(act):
    return (w * act).sum() ** 2


y = front(x)
act = y.detach().requires_grad_()
back(act).backward()
y.backward(gradient=act.grad)
print(act.grad)
print(x.grad)

(uncut,) = torch.autograd.grad(back(front(x)), x)
print(uncut)
