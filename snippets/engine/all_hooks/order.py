import torch
from torch.autograd import graph

layer = torch.nn.Linear(3, 2, bias=False)
w = layer.weight
torch.nn.init.ones_(w)
sgd = torch.optim.SGD([w], lr=0.5)
x = torch.ones(1, 3, requires_grad=True)


def shape(t):
    if torch.is_tensor(t):
        return str(list(t.shape))
    return " ".join(map(shape, t or ())) or "-"


def note(name, which):
    def hook(*given):
        g = w.grad
        if g is not None:
            g = g[0, 0].item()
        got = shape(given[which])
        now = w[0, 0].item()
        print(f"{name:19}{got:14}{g!s:6}{now}")

    return hook


sgd.register_step_post_hook(note("step post", 2))
sgd.register_step_pre_hook(note("step pre", 2))
graph.register_multi_grad_hook(  # (1)!
    [x, w], note("multi-grad", 0)
)
end = graph.get_gradient_edge(w).node  # (2)!
end.register_hook(note("AccumulateGrad", 1))
w.register_post_accumulate_grad_hook(
    note("post-accumulate", 0)
)
end.register_prehook(
    note("AccumulateGrad pre", 0)
)
w.register_hook(note("tensor w", 0))

layer.register_full_backward_hook(
    note("full backward", 1)
)
layer.register_full_backward_pre_hook(
    note("full backward pre", 1)
)
layer.register_forward_hook(note("forward", 2))
layer.register_forward_pre_hook(
    note("forward pre", 1)
)

y = layer(x)
z = 2 * y
z.grad_fn.register_hook(note("node z", 0))
z.grad_fn.register_prehook(note("node z pre", 0))
z.register_hook(note("tensor z", 0))
z.backward(torch.ones(1, 2))
sgd.step()
