import matplotlib.pyplot as plt
import torch


class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output


functions = {
    "torch.round": torch.round,
    "Round.apply": Round.apply,
}
for color, (name, function) in zip(
    ["tab:orange", "tab:green"], functions.items()
):
    w = torch.tensor(
        0.3,
        dtype=torch.float64,
        requires_grad=True,
    )
    values = []
    for _ in range(30):
        values.append(w.item())
        loss = (function(w) - 3) ** 2
        (g,) = torch.autograd.grad(loss, w)
        w = (
            (w - 0.07 * g)
            .detach()
            .requires_grad_()
        )
    plt.plot(
        values, "o-", color=color, label=name
    )
plt.axhline(3, color="gray", linestyle="dashed")
plt.xlabel("t")
plt.ylabel("w")
plt.legend()
plt.show()
