import torch


def step(x, v):
    y = torch.sin(x)
    y.backward(v)
    return y


x = torch.tensor([0.0, 0.0], requires_grad=True)
v = torch.tensor([1.0, 2.0])
for whole in False, True:
    torch.compiler.reset()  # (1)!
    compiled = torch.compile(
        step,
        backend="aot_eager",
        fullgraph=whole,
    )
    x.grad = None
    try:
        compiled(x, v)
        print(x.grad)
    except Exception as error:
        print(type(error).__name__)
