import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
received = torch.ones(3, device="cpu")

x.grad = received.to(x.device)
print(x.grad)
