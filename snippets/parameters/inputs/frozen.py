import torch

trunk, head = (
    torch.nn.Linear(2, 2),
    torch.nn.Linear(2, 1),
)


def count(inputs=None):
    saved = []

    def pack(t):
        saved.append(t.shape)
        return t.detach()  # (1)!

    with torch.autograd.graph.saved_tensors_hooks(
        pack, lambda t: t
    ):
        h = trunk(torch.ones(1, 2)).tanh()
        z = head(h).sum()
    z.backward(inputs=inputs)
    return len(saved)


print(count())
last = list(head.parameters())
print(count(inputs=last))  # (2)!
trunk.requires_grad_(False)  # (3)!
print(count())
