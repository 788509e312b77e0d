import torch

x = torch.tensor(3.0, requires_grad=True)
with torch.inference_mode():
    c = torch.tensor(2.0) * 5
y = c + x
y.backward()
print(c.is_inference(), x.grad)
