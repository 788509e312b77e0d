import torch

saved = []
trunk, head = (
    torch.nn.Linear(2, 2),
    torch.nn.Linear(2, 1),
)


def count(inputs=None):
    saved.clear()
    with torch.autograd.graph.saved_tensors_hooks(
        lambda t: saved.append(t) or t,
        lambda t: t,
    ):  # (1)!
        z = head(
            trunk(torch.ones(1, 2)).tanh()
        ).sum()
    z.backward(inputs=inputs)
    return len(saved)


print(count())
print(
    count(inputs=list(head.parameters()))
)  # (2)!
trunk.requires_grad_(False)  # (3)!
print(count())
