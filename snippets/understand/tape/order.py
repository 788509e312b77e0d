import torch

x = torch.tensor(2.0, requires_grad=True)
a = x * x
b = a * a
y = b + a


def watch(name, t):
    t.register_hook(
        lambda g: print(name, g.item())
    )


watch("a", a)
watch("b", b)
watch("y", y)
y.backward()
