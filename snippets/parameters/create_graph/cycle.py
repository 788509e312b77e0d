import gc
import warnings
import weakref

import torch

warnings.simplefilter("ignore")  # (1)!


def backward(x):
    (x**3).sum().backward(create_graph=True)


def backward_then_reset(x):
    backward(x)
    x.grad = None


def grad(x):
    torch.autograd.grad(
        (x**3).sum(), x, create_graph=True
    )


for differentiate in (
    backward,
    backward_then_reset,
    grad,
):
    x = torch.tensor(
        [1.0, 2.0, 3.0], requires_grad=True
    )
    alive = weakref.ref(x)
    differentiate(x)
    del x
    gc.collect()
    print(
        differentiate.__name__,
        "leaks"
        if alive() is not None
        else "is freed",
    )
