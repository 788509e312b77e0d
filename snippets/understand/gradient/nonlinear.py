import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


def A(y):
    y1, y2, y3 = y
    return y1 * y2 + y3**2


# Whoever knows A, and three numbers:
y = torch.tensor([6.0, 6.0, 7.0])
y.requires_grad_()
A(y).backward()
v = y.grad
print("v:     ", v)

# Whoever knows f, and v:
x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
f(x).backward(v)
print("x.grad:", x.grad)

# Whoever knows both:
x.grad = None
A(f(x)).backward()
print("x.grad:", x.grad)
