import torch

layer = torch.nn.Linear(1000, 1000)
y = layer(torch.ones(32, 1000))
y.backward(torch.ones_like(y))

grads = [p.grad for p in layer.parameters()]
m = y.numel()
n = sum(g.numel() for g in grads)
print(f"v: {m:,} numbers")
print(f"gradients: {n:,} numbers")
print(f"J: {m:,} x {n:,} numbers")
print(f"J: {m * n * 4 / 1e9:.1f} GB")
