import torch

x = torch.tensor([1.0, 5.0, 3.0])
x.requires_grad_()

loss = x.argmax().float()
loss.requires_grad_()
loss.backward()
print(loss.grad, x.grad)
