import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(
            [nn.Linear(2, 2)]
        )


net = Net()
torch.optim.SGD(net.parameters(), lr=0.1)
print([n for n, _ in net.named_parameters()])
