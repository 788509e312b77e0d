import torch


def memory(t):
    return t.untyped_storage()


arrived = []
w = torch.ones(3, requires_grad=True)
w.register_hook(
    lambda g: arrived.append(memory(g))
)

(w * 2).sum().backward()
print("stolen", memory(w.grad) is arrived[0])

(w * 2).sum().backward()
print("stolen", memory(w.grad) is arrived[1])
print("as before", memory(w.grad) is arrived[0])

kept = []
w = torch.ones(3, requires_grad=True)
w.register_hook(kept.append)
(w * 2).sum().backward()
print("stolen", memory(w.grad) is memory(kept[0]))
