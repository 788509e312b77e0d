import torch

x = torch.tensor(
    [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]
)
y = torch.tensor([1.0, 2.0, 4.0])
theta = torch.tensor(
    [0.0, 0.0], requires_grad=True
)

for w in [
    torch.ones(3) / 3,
    torch.ones(3),
    torch.tensor([1.0, 1.0, 0.5]),
]:
    theta.grad = None
    loss = (x @ theta - y) ** 2
    loss.backward(w)
    print(w, theta.grad)

theta.grad = None
((x @ theta - y) ** 2).mean().backward()
print(theta.grad)
