import torch


def loss(w, b):
    miss1 = w * 1 + b - 3
    miss2 = w * 2 + b - 5
    return miss1**2 + miss2**2


w, b = 0.0, 0.0
for _ in range(300):
    tw = torch.tensor(w, requires_grad=True)
    tb = torch.tensor(b, requires_grad=True)
    loss(tw, tb).backward()
    w -= 0.1 * float(tw.grad)
    b -= 0.1 * float(tb.grad)

print(round(w, 2), round(b, 2))
