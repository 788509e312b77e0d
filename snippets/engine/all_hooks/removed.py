import torch

layer = torch.nn.Linear(1, 1)
x = torch.ones(1, 1, requires_grad=True)


def tensor_hook(g):
    print("tensor")


def module_hook(module, v_in, v_out):
    print("module")


def run(removed):
    a = layer.weight.register_hook(tensor_hook)
    b = layer.register_full_backward_hook(
        module_hook
    )
    y = layer(x)
    if removed:
        a.remove()
        b.remove()
    y.backward()
    a.remove()
    b.remove()


run(removed=False)
print("removed after the forward pass")
run(removed=True)

print("registered after it")
y = layer(x)
layer.weight.register_hook(tensor_hook)
layer.register_full_backward_hook(module_hook)
y.backward()
