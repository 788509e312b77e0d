import torch

w = torch.tensor(1.0, requires_grad=True)
first = torch.tensor([1.0, 1.0, 1.0, 1.0])
second = torch.tensor([11.0])

batch = torch.cat([first, second])
(w * batch).mean().backward()
print("one batch", w.grad)

w.grad = None
for tokens in (first, second):
    loss = (w * tokens).mean()
    (loss / 2).backward()
print("halves", w.grad)

w.grad = None
for tokens in (first, second):
    loss = (w * tokens).sum()
    (loss / len(batch)).backward()
print("by tokens", w.grad)
