import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [4.0, 5.0, 6.0], requires_grad=True
)
y = w * x**2

v = torch.tensor([1.0, 10.0, 100.0])
y.backward(
    gradient=v,
    retain_graph=True,
    create_graph=False,
    inputs=[x],
)
print(x.grad)
print(w.grad)  # (1)!

y.backward(v)  # (2)!
print(x.grad)
print(w.grad)
