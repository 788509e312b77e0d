import threading

import torch


def here(make):
    make()


def elsewhere(make):
    thread = threading.Thread(target=make)
    thread.start()
    thread.join()


def order(run):
    made, names = [], []

    def make():
        made.append(a.exp())

    a = torch.ones(1, requires_grad=True) * 1
    made.append(a.sin())
    run(make)
    for t in made:
        t.grad_fn.register_prehook(
            lambda v, n=t.grad_fn: names.append(
                n.name()
            )
        )
    sum(made).backward()
    print(names)


order(here)
order(elsewhere)
