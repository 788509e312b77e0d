import torch

layer = torch.nn.Linear(3, 2)
with torch.no_grad():
    layer.weight.copy_(
        torch.tensor(
            [[6.0, 3.0, 2.0], [1.0, 1.0, 1.0]]
        )
    )


def hook(module, grad_input, grad_output):
    print(grad_output, grad_input)
    return (2 * grad_input[0],)  # (1)!


layer.register_full_backward_hook(hook)
x = torch.tensor(
    [[1.0, 2.0, 3.0]], requires_grad=True
)
layer(x).backward(torch.tensor([[0.1, 0.2]]))
print(x.grad)
print(layer.weight.grad)
