import numpy as np
import torch
from torch.autograd.function import (
    once_differentiable,
)

K = np.array(
    [
        [2.0, 1.0, 0.0],
        [0.0, 1.0, 1.0],
        [0.0, 0.0, 2.0],
    ]
)
target = np.array([1.0, 2.25, 3.0])


class Simulator(torch.autograd.Function):
    @staticmethod
    def forward(ctx, y):
        u = np.linalg.solve(
            K, y.detach().cpu().numpy()
        )
        gradient = np.linalg.solve(
            K.T, u - target
        )
        ctx.save_for_backward(
            torch.as_tensor(gradient).to(y)
        )
        return y.new_tensor(
            0.5 * np.sum((u - target) ** 2)
        )

    @staticmethod
    @once_differentiable  # (1)!
    def backward(ctx, grad_output):
        (gradient,) = ctx.saved_tensors
        return grad_output * gradient  # (2)!


x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
y = torch.stack(
    [x.prod(), x.sum(), x[0] + x[1] * x[2]]
)

loss = 2 * Simulator.apply(y) + x.sum()  # (3)!
loss.backward()
print(x.grad)
print(
    torch.autograd.gradcheck(
        Simulator.apply,
        y.detach().requires_grad_(),
    )
)
