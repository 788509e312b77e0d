import torch


def memory(t):
    return t.untyped_storage()


x = torch.tensor([0.0, 1.0], requires_grad=True)
y = x.exp()
node = y.grad_fn

saved = node._saved_result
print("same memory", memory(saved) is memory(y))
print("version", saved._version)

y.detach().add_(1)
try:
    print(node._saved_result)
except RuntimeError as error:
    print(str(error).split(", ")[2][:43])
