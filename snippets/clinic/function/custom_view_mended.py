import torch

relu = torch.nn.ReLU(inplace=False)
relu.register_full_backward_hook(
    lambda module, grad_input, grad_output: print(
        grad_input
    )
)

x = torch.tensor(
    [-1.0, 2.0, 3.0], requires_grad=True
)
relu(2 * x).sum().backward()
print(x.grad)
