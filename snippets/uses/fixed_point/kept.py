import torch

W = torch.eye(3) / 2
x = torch.tensor(
    [0.5, -0.2, 0.8], requires_grad=True
)

for steps in (10, 20, 40, 80):
    kept = []
    z = torch.zeros(3)
    with torch.autograd.graph.saved_tensors_hooks(
        lambda t: kept.append(t) or t, lambda t: t
    ):
        for _ in range(steps):
            z = torch.tanh(W @ z + x)
    unrolled = len(kept)
    kept.clear()
    again = z.detach().requires_grad_()
    with torch.autograd.graph.saved_tensors_hooks(
        lambda t: kept.append(t) or t, lambda t: t
    ):
        torch.tanh(W @ again + x)
    print(
        steps,
        "steps:",
        unrolled,
        "against",
        len(kept),
    )
