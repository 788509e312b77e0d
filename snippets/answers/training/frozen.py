import torch

first = torch.nn.Linear(1, 1)
frozen = torch.nn.Linear(1, 1)
frozen.requires_grad_(False)

frozen(first(torch.ones(1))).backward()
print(first.weight.grad is not None)
print(frozen.weight.grad)

h = first(torch.ones(1))
with torch.no_grad():
    y = frozen(h)
print(y.requires_grad)
