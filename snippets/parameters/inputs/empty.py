import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
frozen = [p for p in [x] if not p.requires_grad]
x.sum().backward(inputs=frozen)
