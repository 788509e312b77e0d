import torch


def nodes(y):
    found, queue = set(), [y.grad_fn]
    while queue:
        node = queue.pop()
        if node is not None and node not in found:
            found.add(node)
            queue += [
                before
                for before, _ in node.next_functions
            ]
    return len(found)


for cut in False, True:
    w = torch.tensor(0.5, requires_grad=True)
    h = torch.tensor(1.0)
    sizes = []
    for _ in range(4):
        h = (w * h).tanh()
        h.backward(retain_graph=not cut)
        sizes.append(nodes(h))
        if cut:
            h = h.detach()  # (1)!
    print(sizes)
