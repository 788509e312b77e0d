import torch

w = (
    torch.tensor(
        [1.0, 2.0, 3.0], requires_grad=True
    )
    * 0.5
)

torch.optim.SGD([w], lr=0.1)
