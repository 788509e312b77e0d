import draw
import torch

x = torch.tensor([1.0, 2.0, 3.0])
u = torch.tensor([0.1, 0.2, 0.3])
H = torch.autograd.functional.hessian(
    torch.prod, x
)
_, Hu = torch.autograd.functional.hvp(
    torch.prod, x, u
)
print(
    draw.matrix_product(
        H, u, Hu, names=("H", "u", "Hu")
    )
)
