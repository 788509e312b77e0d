import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import (
    DistributedDataParallel as DDP,
)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.used = nn.Linear(2, 1)
        self.unused = nn.Linear(2, 1)

    def forward(self, x):
        return self.used(x)


store = dist.HashStore()
dist.init_process_group(
    "gloo", store=store, rank=0, world_size=1
)
try:
    net = DDP(Net(), find_unused_parameters=True)
    for _ in range(2):
        net(torch.ones(1, 2)).sum().backward()
    grads = [p.grad for p in net.parameters()]
    print([g is None for g in grads])
finally:
    dist.destroy_process_group()
