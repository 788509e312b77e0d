import torch

relu = torch.nn.ReLU(inplace=True)
relu.register_full_backward_hook(
    lambda module, grad_input, grad_output: None
)

x = torch.tensor(
    [-1.0, 2.0, 3.0], requires_grad=True
)
relu(2 * x)
