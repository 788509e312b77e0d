import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.tensor([0.0, 4.0]))
w.sqrt().sum().backward()
clip_grad_norm_([w], 1.0, error_if_nonfinite=True)
