import torch

inf = float("inf")
for row in [0.0, -inf], [-inf, -inf]:
    x = torch.tensor(row, requires_grad=True)
    x.logsumexp(0).backward()
    print(x.grad)
