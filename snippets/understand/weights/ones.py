import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

f(x).backward(torch.ones(3))
print("ones:  ", x.grad)
x.grad = None
f(x).sum().backward()
print("sum(): ", x.grad)

x.grad = None
f(x).backward(torch.ones(3) / 3)
print("ones/3:", x.grad)
x.grad = None
f(x).mean().backward()
print("mean():", x.grad)
