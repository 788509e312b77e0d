import torch


def nodes(y):
    seen, stack = set(), [y.grad_fn]
    while stack:
        node = stack.pop()
        if node and node not in seen:
            seen.add(node)
            stack += [
                n for n, _ in node.next_functions
            ]
    return len(seen)


x = torch.tensor(
    0.5, dtype=torch.float64, requires_grad=True
)
y = torch.exp(torch.sin(x))
for order in range(6):
    print(order, f"{y.item():.4f}", nodes(y))
    (y,) = torch.autograd.grad(
        y, x, create_graph=True
    )
