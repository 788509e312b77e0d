import matplotlib.pyplot as plt
import torch

paths = {}
for clear in True, False:
    x = torch.tensor(
        [2.0, 1.0],
        dtype=torch.float64,
        requires_grad=True,
    )
    optimizer = torch.optim.SGD([x], lr=0.1)
    places = [x.tolist()]
    for _ in range(20):
        if clear:
            optimizer.zero_grad()
        (x[0] ** 2 / 2 + x[1] ** 2).backward()
        optimizer.step()
        places.append(x.tolist())
    paths[clear] = places

plt.plot(
    *zip(*paths[False]), "o-", color="tab:orange"
)
plt.plot(
    *zip(*paths[True]), "o-", color="tab:green"
)
plt.plot(0, 0, "k+", markersize=14)
plt.xlabel("x₁")
plt.ylabel("x₂")
plt.axis("equal")
plt.text(
    0.1,
    0.15,
    "zero_grad()",
    color="tab:green",
    ha="right",
)
plt.show()
