import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(5.0, requires_grad=True)
v = torch.tensor([0.1, 0.2, 0.3])

y = 2 * x
old = y.detach().clone()
y[:2] *= w
y.backward(v)
print(x.grad, w.grad)

with torch.no_grad():
    y_bar = v.clone()
    y_bar[:2] = v[:2] * w
    w_bar = (v[:2] * old[:2]).sum()
    print(2 * y_bar, w_bar)
