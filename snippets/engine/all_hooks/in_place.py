import torch

x = torch.tensor(1.0, requires_grad=True)
y = 2 * x
y.register_hook(lambda v: print("tensor, old", v))
y.grad_fn.register_prehook(
    lambda v: print("node, old", v[0])
)
y.retain_grad()

y.mul_(3)
y.register_hook(lambda v: print("tensor, new", v))
y.grad_fn.register_prehook(
    lambda v: print("node, new", v[0])
)

(5 * y).backward()
print("y.grad", y.grad)
