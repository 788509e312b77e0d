import torch

x = torch.tensor([1.0, 5.0, 3.0])
x.requires_grad_()

place = x.argmax()
print(place)
print(x[place])
print((x > 2).float())
print(x.long())
