import weakref

import torch

w = torch.tensor(0.5, requires_grad=True)


def alive(log, backward=False):
    total, seen = 0.0, []
    for step in range(10):
        h = w * step
        loss = h * h
        seen.append(weakref.ref(h))
        if backward:
            loss.backward()
        total += log(loss)
    del h, loss
    return sum(ref() is not None for ref in seen)


print(alive(lambda loss: loss))
print(alive(lambda loss: loss.item()))
print(alive(lambda loss: loss, backward=True))
