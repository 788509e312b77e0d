import threading

import torch


def report(g):
    print(threading.current_thread().name)


w = torch.ones(
    3, device="cpu", requires_grad=True
)
w.register_hook(report)

(w * 2).sum().backward()

mine = threading.Thread(
    target=lambda: (w * 2).sum().backward(),
    name="mine",
)
mine.start()
mine.join()
print(w.grad)
