import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = 2 * x


def clip(grad):
    return grad * (1.0 / grad.norm()).clamp(
        max=1.0
    )


y.register_hook(clip)
y.backward(torch.tensor([3.0, 4.0]))
print(x.grad)
