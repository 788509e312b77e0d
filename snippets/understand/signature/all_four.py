import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
w = torch.tensor([4.0, 5.0, 6.0])
w.requires_grad_()
y = w * x**2

v = torch.tensor([1.0, 10.0, 100.0])
y.backward(
    gradient=v,
    retain_graph=True,
    create_graph=False,
    inputs=[x],
)
print(x.grad, w.grad)

y.backward(v)
print(x.grad, w.grad)
