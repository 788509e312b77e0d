"""Python imports this at start when its folder is on PYTHONPATH: so a script's child processes get the device too."""

import os

if device := os.environ.get("SNIPPET_DEVICE"):
    import torch

    if device == "sim":
        import tests.plugin.sim  # noqa: F401  (registers the device)
    torch.set_default_device(device)
