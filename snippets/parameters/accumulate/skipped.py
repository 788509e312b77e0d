import torch

for set_to_none in True, False:
    w = torch.tensor(
        [1.0, 2.0], requires_grad=True
    )
    opt = torch.optim.SGD(
        [w], lr=0.1, weight_decay=1.0
    )
    (w**2).sum().backward()
    opt.zero_grad(set_to_none)
    opt.step()  # (1)!
    print(set_to_none, w.detach())
