import torch
from torch.autograd import graph


def ten(*got):
    if torch.is_tensor(got[-1]):
        return 10 * got[-1]
    return tuple(10 * g for g in got[-1])


def ten_in(*got):
    return ten(got[-2])  # (1)!


def run(kind, hook=ten):
    m = torch.nn.Linear(1, 1, bias=False)
    w = torch.nn.init.constant_(m.weight, 2)
    x = torch.tensor([[3.0]], requires_grad=True)
    h = x.clone()
    on = {
        "m": m,
        "w": w,
        "h": h,
        "node": h.grad_fn,
    }
    on["end"] = graph.get_gradient_edge(w).node
    name, _, method = kind.partition(".")
    getattr(on[name], f"register_{method}")(hook)
    try:
        m(h).backward()
    except RuntimeError as e:
        print(f"{kind}: {e}")
    else:
        gs = x.grad.item(), w.grad.item()
        print(f"{kind:26}{gs}")


run("m.forward_pre_hook")
run("m.forward_hook")
run("m.full_backward_pre_hook")
run("m.full_backward_hook", ten_in)
run("h.hook")
run("node.prehook")
run("node.hook", ten_in)
run("w.hook")
run("end.prehook")
run("end.hook")
run("w.post_accumulate_grad_hook")
