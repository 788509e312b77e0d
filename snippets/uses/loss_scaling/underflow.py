import torch

w = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

for dtype in (
    torch.float32,
    torch.bfloat16,
    torch.float16,
):
    w.grad = None
    loss = (
        w.to(dtype) * 1e-4 * 1e-4
    ).sum()  # (1)!
    loss.backward()
    print(dtype, w.grad)
