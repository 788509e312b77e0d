import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [x.prod(), x.sum(), x[0] + x[1] * x[2]]
)

act = y.detach()  # (1)!
A = act[0] * act[1] + act[2] ** 2
A.backward()
