import tempfile

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import nn


def uncut():  # (1)!
    model = nn.Sequential(
        nn.Linear(4, 8),
        nn.Tanh(),
        nn.Linear(8, 1),
    ).double()
    for p in model.parameters():
        numbers = torch.linspace(
            -1, 1, p.numel(), dtype=torch.float64
        )
        with torch.no_grad():
            p.copy_(numbers.view_as(p))
    x = torch.linspace(
        -2, 2, 24, dtype=torch.float64
    ).view(6, 4)
    return model, x, x.sum(1, keepdim=True).sin()


def loss(output, target):
    return (output - target).square().mean()


def train_front(front, x):
    for part in x.chunk(3):
        act = front(part)
        dist.send(
            act.detach().cpu(), dst=1
        )  # (2)!
        received = torch.empty_like(
            act, device="cpu"
        )
        dist.recv(received, src=1)
        act.backward(
            gradient=received.to(act)
        )  # (3)!


def train_back(back, target):
    for part in target.chunk(3):
        act = torch.empty(
            len(part),
            8,
            dtype=part.dtype,
            device="cpu",
        )
        dist.recv(act, src=0)
        act = act.to(
            part
        ).requires_grad_()  # (4)!
        (loss(back(act), part) / 3).backward()
        dist.send(act.grad.cpu(), dst=0)


def work(rank, meeting):
    dist.init_process_group(
        "gloo",
        init_method=f"file://{meeting}",
        rank=rank,
        world_size=2,
    )
    half = (
        slice(0, 2) if rank == 0 else slice(2, 3)
    )
    model, x, target = uncut()
    if rank == 0:
        train_front(model[half], x)
    else:
        train_back(model[half], target)

    whole, x, target = uncut()
    loss(whole(x), target).backward()
    for mine, p in zip(
        model[half].parameters(),
        whole[half].parameters(),
    ):
        torch.testing.assert_close(
            mine.grad, p.grad
        )  # (5)!
    if rank == 0:
        print(
            "front:",
            model[0].bias.grad,
            "uncut:",
            whole[0].bias.grad,
            sep="\n",
        )
    dist.destroy_process_group()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        mp.spawn(
            work,
            args=(f"{folder}/meeting",),
            nprocs=2,
        )
