import draw
import torch
from torch.utils.checkpoint import (
    checkpoint_sequential,
)

x = torch.ones(1, requires_grad=True)
bars = []
for k in (1, 2, 4, 8, 16, 32, 64):
    kept = []
    with torch.autograd.graph.saved_tensors_hooks(
        lambda t: kept.append(1) or t.detach(),
        lambda t: t,
    ):
        checkpoint_sequential(
            [torch.sin] * 64,
            k,
            x,
            use_reentrant=False,
        )
    bars.append((str(k), len(kept)))
print(
    draw.chart(
        [("", bars, "g", "bar")],
        x="k",
        y="k − 1 + n/k",
    )
)
