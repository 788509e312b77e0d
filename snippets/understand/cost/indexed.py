import torch

T = 1000
x = torch.ones(T, 8, requires_grad=True)
written = []


def note(gradients, _):
    written.append(gradients[0].numel())


for rows in [
    [x[t] for t in range(T)],
    x.unbind(),
]:
    for node in {row.grad_fn for row in rows}:
        node.register_hook(note)
    h = torch.zeros(8)
    for row in rows:
        h = torch.tanh(h + row)

    written.clear()
    h.backward(torch.ones(8))
    print(f"{sum(written):,} numbers")
