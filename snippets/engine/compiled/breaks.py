import torch


def f(x):
    h = x * 2
    h.register_hook(lambda g: g * 10)
    return h.sin()


def broken(x):
    h = x * 2
    print("a graph break")
    return h.sin()


def compiled_nodes(y):
    node, count = y.grad_fn, 0
    while "Compiled" in node.name():
        node = node.next_functions[0][0]
        count += 1
    return count


x = torch.tensor([0.0, 0.0], requires_grad=True)
v = torch.tensor([1.0, 2.0])
for g in f, broken:
    compiled = torch.compile(
        g, backend="aot_eager"
    )
    x.grad = None
    y = compiled(x)
    y.backward(v)
    print(compiled_nodes(y), x.grad)
