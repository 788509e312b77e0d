import torch

half = torch.finfo(torch.float16)
scale, gradient = 1024, 1e-8
smallest = half.smallest_normal * half.eps


def sci(value):
    digits, exponent = f"{value:.3e}".split("e")
    return rf"{float(digits):g} \times 10^{{{int(exponent)}}}"


print(r"\begin{aligned}")
print(rf"v^{{\mathsf T}} J &= {sci(gradient)} \\")
print(rf"&< {sci(smallest)} \\[1ex]")
print(
    r"(s v)^{\mathsf T} J &= s \, (v^{\mathsf T} J) \\"
)
print(rf"&= {scale} \times {sci(gradient)} \\")
print(
    rf"&= {sci(scale * gradient)} > {sci(smallest)}"
)
print(r"\end{aligned}")
