import torch

layer = torch.nn.Linear(2, 1)
with torch.no_grad():
    layer.weight *= 2
print(type(layer.weight).__name__)
print(layer.weight.is_leaf)
