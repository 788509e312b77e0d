import torch

layer = torch.nn.Linear(2, 1, bias=False)
w = layer.weight


def say(what):
    return lambda *_: print(what, w.grad)


w.register_hook(say("tensor:"))
w.register_post_accumulate_grad_hook(
    say("accumulated:")
)
x = torch.ones(1, 2, requires_grad=True)
y = layer(x)
y.register_hook(say("output:"))
y.sum().backward()
