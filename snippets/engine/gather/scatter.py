import torch

x = torch.tensor(
    [1.0, 2.0, 3.0, 4.0], requires_grad=True
)
i = torch.tensor([2, 0, 2])
v = torch.tensor([0.1, 0.2, 0.3])

y = x[i]
y.backward(v)
print(x.grad)

# the same by hand: add v to the places i
g = torch.zeros(4).index_add(0, i, v)
print(g)
