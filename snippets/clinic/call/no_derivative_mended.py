import torch

x = torch.tensor([-1.0, 2.0], requires_grad=True)
step = (x > 0).float()
soft = torch.sigmoid(5 * x)

y = soft + (step - soft).detach()
y.sum().backward()
print(y, x.grad)
