import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
w.register_hook(
    lambda g: print("hook", g, w.grad)
)  # (1)!


def step(w):
    print("post", w.grad)
    with torch.no_grad():
        w -= 0.1 * w.grad  # (2)!
    w.grad = None


w.register_post_accumulate_grad_hook(step)
for _ in range(2):
    (w**2).sum().backward()
print(w.detach(), w.grad)
