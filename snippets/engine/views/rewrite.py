import torch


def tree(node, depth=0):
    name = node.name().split("::")[-1]
    print("  " * depth + name)
    for n, _ in node.next_functions:
        if n:
            tree(n, depth + 1)


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(5.0, requires_grad=True)

y = 2 * x
a = y[:2]
print("before")
tree(a.grad_fn)

a.mul_(w)
print("y after")
tree(y.grad_fn)
print("a after")
tree(a.grad_fn)
