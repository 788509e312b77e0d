import torch

x = torch.tensor(3.0, requires_grad=True)
y = 5 * x**2

step = y.grad_fn
while step:
    print(step.name())
    step = (
        step.next_functions[0][0]
        if step.next_functions
        else None
    )
