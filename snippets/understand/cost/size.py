import torch

layer = torch.nn.Linear(1000, 1000)
y = layer(torch.ones(32, 1000))
y.backward(torch.ones_like(y))

n, m = (
    sum(p.numel() for p in layer.parameters()),
    y.numel(),
)
print(f"v: {m:,} numbers")
print(
    f"gradients: {sum(p.grad.numel() for p in layer.parameters()):,} numbers"
)
print(
    f"J: {m:,} x {n:,} numbers, {m * n * 4 / 1e9:.1f} GB"
)
