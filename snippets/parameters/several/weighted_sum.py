import torch


def outputs():
    x = torch.tensor(
        [1.0, 2.0, 3.0],
        dtype=torch.float64,
        requires_grad=True,
    )
    y = torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )
    return x, y, (x**2 + 2).sum()


v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)

x, y, z = outputs()
torch.autograd.backward([y, z], [v, None])
together = x.grad

x, y, z = outputs()
((v * y).sum() + z).backward()
weighted_sum = x.grad

x, y, z = outputs()
y.backward(v, retain_graph=True)  # (1)!
z.backward()
one_by_one = x.grad

torch.testing.assert_close(together, weighted_sum)
torch.testing.assert_close(together, one_by_one)
print(together)
