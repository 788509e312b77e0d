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
functions = {
    "exp(sin x)": torch.exp(torch.sin(x)),
    "exp(x)": torch.exp(x),
}
for name, y in functions.items():
    counts = []
    for _ in range(6):
        counts.append(nodes(y))
        (y,) = torch.autograd.grad(
            y, x, create_graph=True
        )
    print(name, counts)
