import torch
from torch import nn

layer = nn.Embedding(5, 2)
i = torch.tensor([1, 3, 1])
v = torch.tensor(
    [[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]]
)

layer(i).backward(v)
print(layer.weight.grad)

W = layer.weight.detach().requires_grad_()
W[i].backward(v)
print(W.grad.equal(layer.weight.grad))
