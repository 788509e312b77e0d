import torch

x = torch.tensor(2.0, requires_grad=True)
w = torch.tensor(5.0, requires_grad=True)
y = x**2
act = y.detach()  # (1)!
(w * act).backward()
y.backward(act.grad)
print(x.grad)

(g,) = torch.autograd.grad(w * x**2, x)
print(g)
