import torch

n = 8
H = torch.ones(n, n)
signs = [torch.tensor([-1.0, 1.0])] * n
z = torch.cartesian_prod(*signs)  # (1)!
samples = (z * (z @ H)).sum(1)
spread = samples.std(correction=0)
print(f"{samples.mean():.0f} {spread:.2f}")

e = torch.eye(n)
print((e * (e @ H)).sum().item())
