import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x**2

sent = y.detach()  # queue.put(sent)
sent.requires_grad_()
(3 * sent).sum().backward()  # over there
y.backward(sent.grad)  # what came back
print(x.grad)
