import torch

w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

for _ in range(2):
    (w * w).backward()
    print(w.grad)

optimizer.zero_grad()
print(w.grad)
