"""The snippets that the simulated device cannot run, and why. They are skipped on that leg, one by one, with this reason."""

GLOO = "gloo knows the CPU and CUDA"
CANNOT: dict[str, str] = {
    "clinic/amp/unscale_fp16_mended": "autocast has its own kernels for each device that torch knows",
    "clinic/training/ddp_twice": GLOO,
    "clinic/training/ddp_twice_mended": GLOO,
    "clinic/training/ddp_unfinished": GLOO,
    "clinic/training/ddp_unfinished_mended": GLOO,
    "engine/across/ddp": GLOO,
    "engine/across/two": GLOO,
    "engine/custom_ops/checks": "opcheck knows the CPU, CUDA and XPU",
}
