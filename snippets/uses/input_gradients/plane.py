import draw
import torch

x = torch.tensor([1.0, 1.5], requires_grad=True)
s = x[1] - x[0] ** 2
s.backward()

step = -0.25 * x.grad.sign()
t = torch.linspace(0, 1.4, 40)
boundary = torch.stack([t, t**2], dim=1)
print(
    draw.plane(
        arrows=[
            draw.Arrow(-0.3 * x.grad, "", "g", x),
            draw.Arrow(step, "x′", "v", x),
        ],
        points=[
            draw.Point(x, "x", "x"),
            draw.Point(
                (x - 0.3 * x.grad).detach(),
                "−∇s",
                "g",
            ),
        ],
        curves=[boundary],
    )
)
