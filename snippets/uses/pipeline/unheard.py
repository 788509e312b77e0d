import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
w = torch.tensor([3.0, 4.0], requires_grad=True)

y = x**2
act = y.detach()  # (1)!
(w * act).sum().backward()
print(w.grad, act.grad)
y.backward(act.grad)
