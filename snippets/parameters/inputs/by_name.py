import torch

model = torch.nn.Sequential(
    torch.nn.Linear(2, 2),
    torch.nn.Tanh(),
    torch.nn.Linear(2, 1),
)
head = {
    name: p
    for name, p in model.named_parameters()
    if name.startswith("2.")
}

model(torch.ones(1, 2)).sum().backward(
    inputs=head
)  # (1)!
for name, p in model.named_parameters():
    print(
        name,
        None
        if p.grad is None
        else tuple(p.grad.shape),
    )
