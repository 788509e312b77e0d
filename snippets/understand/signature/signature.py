import inspect

import torch

for name, parameter in inspect.signature(
    torch.Tensor.backward
).parameters.items():
    print(
        name,
        ""
        if parameter.default
        is inspect.Parameter.empty
        else f"= {parameter.default}",
    )
