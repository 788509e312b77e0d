import torch


def score(x):
    return x.clamp(max=1.0)


x = torch.tensor(2.0, requires_grad=True)
score(x).backward()
print(x.grad)

without = score(torch.tensor(0.0))
print((score(x) - without).item())
