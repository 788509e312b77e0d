import torch

x = torch.tensor(2.0, requires_grad=True)
w = torch.tensor(3.0, requires_grad=True)

p = x**2
q = p / 4
r = w * x
y = q + r


def nodes(root):
    found, todo = [], [root]
    for node in todo:
        if node not in found:
            found.append(node)
            after = node.next_functions
            todo += [n for n, _ in after if n]
    return found


first = p.grad_fn._sequence_nr()
short = {}
for node in nodes(y.grad_fn):
    name = node.name().split("::")[-1]
    if name == "AccumulateGrad":
        leaf = "x" if node.variable is x else "w"
        short[node] = f"Accumulate {leaf}"
    else:
        number = node._sequence_nr() - first
        short[node] = f"{name} #{number}"

for node, name in short.items():
    ends = [
        short[n]
        for n, _ in node.next_functions
        if n
    ]
    print(name, "->", ", ".join(ends))
