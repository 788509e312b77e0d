import torch

with torch.inference_mode():
    w = torch.tensor([1.0, 2.0, 3.0])

w = w.clone()
w += 1
print(w)
