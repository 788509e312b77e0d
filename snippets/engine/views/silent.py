import torch


def no_grad(y):
    a = y[:1]
    with torch.no_grad():
        a.mul_(10)


def data(y):
    y[:1].data.mul_(10)


def unsafe(y):
    y.unsafe_split(1)[0].mul_(10)


def recorded(y):
    y[:1].mul_(10)


for change in no_grad, data, unsafe, recorded:
    x = torch.tensor(
        [1.0, 2.0, 3.0], requires_grad=True
    )
    y = 2 * x
    change(y)
    y.backward(torch.ones(3))
    print(change.__name__, y._version)
    print(y.detach(), x.grad)
