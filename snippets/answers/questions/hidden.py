import torch

scores = torch.tensor(
    [[1.0, 2.0], [0.5, 0.0]], requires_grad=True
)
labels = torch.tensor([0, 0])

loss = (
    (scores.argmax(dim=1) != labels)
    .float()
    .mean()
)  # (1)!
loss.requires_grad = True
loss.backward()
print(loss.detach(), scores.grad, loss.grad)

loss = torch.nn.functional.cross_entropy(
    scores, labels
)
loss.backward()
print(scores.grad)
