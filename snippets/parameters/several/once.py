import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x**2
h.register_hook(lambda g: print("h:", g))
a, b = h.sum(), (3 * h).sum()

torch.autograd.backward(
    [a, b], retain_graph=True
)  # (1)!
print("---")
a.backward(retain_graph=True)
b.backward()
