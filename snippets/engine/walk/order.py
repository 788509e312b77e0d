import torch

x = torch.tensor(2.0, requires_grad=True)
w = torch.tensor(3.0, requires_grad=True)

p = x**2
q = p / 4
r = w * x
y = q + r


def watch(node, name):
    node.register_prehook(
        lambda v: print(f"{name:9}", v[0].item())
    )


for t, name in (y, "y"), (r, "r"), (q, "q"):
    watch(t.grad_fn, name)
watch(p.grad_fn, "p")

to_w, to_x = r.grad_fn.next_functions
watch(to_w[0], "w.grad")
watch(to_x[0], "x.grad")

y.backward()
