import torch
from numpy.random import RandomState

rng = RandomState(0)
draws = {
    "normal": rng.randn(65536),
    "pareto": rng.pareto(1.2, 65536) - 5,  # (1)!
}
for kind, drawn in draws.items():
    for N in 1, 16, 256:
        groups = torch.tensor(drawn).view(-1, N)
        errors = groups.mean(1).abs()
        print(kind, N, f"{errors.median():.2f}")
