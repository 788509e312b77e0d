import torch

w = torch.tensor(1.0, requires_grad=True)
x = torch.tensor([1.0, 2, 3, 4])

(w * x).mean().backward()
print(w.grad)

w.grad = None
for part in x.split(2):
    loss = (w * part).mean() / 2
    loss.backward()
print(w.grad)
