import torch

w = torch.tensor(3.0, requires_grad=True)

target = (w * w).detach()
with torch.no_grad():
    value = w * w
with torch.inference_mode():
    fast = w * w

print(target.requires_grad)
print(value.requires_grad)
print(fast.requires_grad)

(w * target + w * value).backward()
print(w.grad)
try:
    w * fast
except RuntimeError as error:
    print(str(error).split(".")[0])
