import torch

w1, w2, w3 = (
    torch.tensor(2.0, requires_grad=True)
    for _ in range(3)
)

for name, inputs in {
    "None": None,
    "[w1]": [w1],
    "[w2]": [w2],
    "[w3]": [w3],
}.items():
    reached = []
    h1 = w1 * 3
    h2 = w2 * h1
    h1.register_hook(
        lambda g: reached.append("h1")
    )
    h2.register_hook(
        lambda g: reached.append("h2")
    )
    (w3 * h2).backward(inputs=inputs)
    print(f"inputs={name}", reached)
