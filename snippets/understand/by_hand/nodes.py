import torch

X = torch.ones(2, 2)
W1, b1 = torch.ones(2, 3), torch.ones(3)
W2, b2 = torch.ones(3, 2), torch.ones(2)
for p in [W1, b1, W2, b2]:
    p.requires_grad_()

Y = (X @ W1 + b1).relu() @ W2 + b2
node = Y.grad_fn
while node:
    print(node.name())
    node = node.next_functions[0][0]
