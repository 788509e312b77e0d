import torch

z = torch.tensor(
    [1 + 2j, 3 - 1j],
    dtype=torch.complex128,
    requires_grad=True,
)

print(
    torch.autograd.gradcheck(
        lambda z: z.abs() ** 2, z
    )
)
print(torch.autograd.gradcheck(lambda z: z**2, z))
print(
    torch.autograd.gradcheck(
        lambda z: z.conj() * z**2, z
    )
)
