import torch
from torch.autograd import grad, graph


def fired(walk):
    names = set()

    def note(name):
        return lambda *got: names.add(name)

    layer = torch.nn.Linear(1, 1, bias=False)
    w = layer.weight
    x = torch.ones(1, 1, requires_grad=True)
    end = graph.get_gradient_edge(w).node
    layer.register_full_backward_pre_hook(
        note("full backward pre")
    )
    layer.register_full_backward_hook(
        note("full backward")
    )
    w.register_hook(note("tensor w"))
    end.register_prehook(
        note("AccumulateGrad pre")
    )
    end.register_hook(note("AccumulateGrad"))
    w.register_post_accumulate_grad_hook(
        note("post-accumulate")
    )
    walk(layer(x), x, w)
    return names


walks = [
    fired(lambda y, x, w: y.backward()),  # (1)!
    fired(
        lambda y, x, w: grad(y, w)  # (2)!
    ),
    fired(
        lambda y, x, w: y.backward(
            inputs=w  # (3)!
        )
    ),
    fired(
        lambda y, x, w: y.backward(
            inputs=x  # (4)!
        )
    ),
]
print(" " * 18, "1  2  3  4")
for name in (
    "full backward pre",
    "full backward",
    "tensor w",
    "AccumulateGrad pre",
    "AccumulateGrad",
    "post-accumulate",
):
    marks = [
        "x" if name in w else "." for w in walks
    ]
    print(f"{name:19}" + "  ".join(marks))
