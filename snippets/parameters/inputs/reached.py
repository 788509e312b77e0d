import torch

w1 = torch.tensor(2.0, requires_grad=True)
w2 = torch.tensor(2.0, requires_grad=True)
w3 = torch.tensor(2.0, requires_grad=True)
h1 = 3 * w1
h2 = w2 * h1
z = w3 * h2
h1.register_hook(lambda g: print("h1"))
h2.register_hook(lambda g: print("h2"))

for i, w in enumerate([w1, w2, w3], 1):
    print(f"inputs=[w{i}]")
    z.backward(inputs=[w], retain_graph=True)
