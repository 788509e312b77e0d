import torch

walked = []
for cut in False, True:
    w = torch.tensor(0.5, requires_grad=True)
    h = torch.tensor(1.0)
    steps = []
    for _ in range(4):
        h = (w * h).tanh()
        h.register_hook(walked.append)  # (1)!
        h.backward(retain_graph=not cut)
        steps.append(len(walked))
        walked.clear()
        if cut:
            h = h.detach()  # (2)!
    print(steps)
