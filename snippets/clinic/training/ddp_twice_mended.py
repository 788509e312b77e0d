import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import (
    DistributedDataParallel as DDP,
)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(2, 2)
        self.head = nn.Linear(2, 1)

    def forward(self, x):
        return self.head(self.body(x))


store = dist.HashStore()
dist.init_process_group(
    "gloo", store=store, rank=0, world_size=1
)
try:
    net = DDP(Net())
    net(torch.ones(1, 2)).sum().backward()
    print(
        all(
            p.grad is not None
            for p in net.parameters()
        )
    )
finally:
    dist.destroy_process_group()
