import torch

g = torch.tensor(2.0, requires_grad=True)
d = torch.tensor(3.0, requires_grad=True)


def generate():
    return g * 0.5


def judge(sample):
    return d * sample


# the discriminator's step
judge(generate().detach()).backward()
print(g.grad, d.grad)

# the generator's step
d.grad = None
d.requires_grad_(False)
judge(generate()).backward()
print(g.grad, d.grad)
