import torch

for options in (
    {"retain_graph": True},
    {"create_graph": True},
):
    x = torch.tensor(
        [1.0, 2.0, 3.0], requires_grad=True
    )
    z = (x**3).sum()
    (g,) = torch.autograd.grad(z, x, **options)
    z.backward()  # (1)!
    print(options, g.requires_grad)
