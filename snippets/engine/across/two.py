import tempfile
import warnings

import torch
import torch.distributed as dist
import torch.multiprocessing as mp


class AllReduce(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x.clone()
        dist.all_reduce(y)
        return y

    @staticmethod
    def backward(ctx, v):
        return AllReduce.apply(v)  # (1)!


def plain(x):
    y = x.clone()
    dist.all_reduce(y)
    return y


def over_all(a, b):  # (2)!
    total = (a * b).sum()
    dist.all_reduce(total)
    return total.item()


def work(rank, meeting):
    dist.init_process_group(
        "gloo",
        init_method=f"file://{meeting}",
        rank=rank,
        world_size=2,
    )
    warnings.simplefilter("ignore")  # (3)!
    x = torch.tensor([1.0, 2.0]) + rank
    u = torch.tensor([4.0, 5.0]) - rank
    v = torch.tensor([1.0, 10.0]) * (rank + 1)
    for f in AllReduce.apply, plain:
        leaf = x.clone().requires_grad_()
        f(leaf).backward(v)
        Ju = f(u).detach()  # (4)!
        left = over_all(v, Ju)
        right = over_all(leaf.grad, u)
        if rank == 0:
            print(leaf.grad, left, right)
    dist.destroy_process_group()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        mp.spawn(
            work,
            args=(f"{folder}/meeting",),
            nprocs=2,
        )
