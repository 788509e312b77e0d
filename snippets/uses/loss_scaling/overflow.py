import torch

w = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
x = torch.tensor([1.0, 2.0, 3.0]).half()
scale = 2.0**16

for _ in range(4):
    w.grad = None
    loss = (w.half() * x).float().sum()  # (1)!
    loss.backward(gradient=torch.tensor(scale))
    if w.grad.isfinite().all():
        print(scale, w.grad, w.grad / scale)
        with torch.no_grad():
            w -= 0.1 * w.grad / scale
    else:
        print(scale, w.grad)
        scale /= 2  # (2)!

print(w.detach())
