import torch

w = torch.tensor(2.0, requires_grad=True)
x = torch.tensor([1.0, 3.0])

loss = w * x  # one in each process
A = torch.stack([loss.sum(), loss.sum()])
A.backward(torch.ones(2))
print(w.grad)

w.grad = None
loss = w * x
loss.backward(torch.ones(2))
print(w.grad)
