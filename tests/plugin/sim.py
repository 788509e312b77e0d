"""The simulated device ``sim:0``: the CPU's memory and kernels behind CUDA's rules for devices.

Importing this module registers it for the rest of the process. Its tensors are real tensors of another device: they
carry PyTorch's PrivateUse1 dispatch key and storages of their own, so that autograd, default devices, printing and the
check that operands share a device are PyTorch's own code. What is simulated are the kernels: each runs the CPU's on a
*twin*, a CPU tensor over the same memory. It shows mistakes with devices, never those of kernels or numerics.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeGuard

import torch
from torch._C import DispatchKey, _acc
from torch.utils import backend_registration
from torch.utils._pytree import tree_leaves, tree_map

aten = torch.ops.aten

# Operators that take a 0-d CPU tensor beside tensors of the device, although they are not pointwise.
TAKES_CPU_SCALAR = {aten.fill_, aten.masked_fill, aten.masked_fill_, aten.index_fill_}


class Module(backend_registration._DummyBackendModule):
    """What torch looks for as ``torch.sim``. Its random stream is not the CPU's, as CUDA's is not."""

    stream = torch.Generator().manual_seed(1)

    def manual_seed_all(self, seed: int) -> None:
        self.stream.manual_seed(seed + 1)

    manual_seed = manual_seed_all

    def get_rng_state(self, device: Any = None) -> torch.Tensor:
        return self.stream.get_state()

    def set_rng_state(self, state: torch.Tensor, device: Any = None) -> None:
        self.stream.set_state(state)

    def get_amp_supported_dtype(self) -> list[torch.dtype]:
        return [torch.float16, torch.bfloat16]


MODULE = Module()
backend_registration._setup_privateuseone_for_python_backend("sim", MODULE)


def is_sim(value: Any) -> TypeGuard[torch.Tensor]:
    return isinstance(value, torch.Tensor) and value.device.type == "sim"


def lay_out(tensor: torch.Tensor, storage: torch.UntypedStorage, like: torch.Tensor) -> torch.Tensor:
    """Point a sim tensor at a sim storage, laid out as a CPU tensor is; the Meta kernel changes nothing but that."""
    kernel = aten.set_.source_Storage_storage_offset._op_dk
    return kernel(DispatchKey.Meta, tensor, storage, like.storage_offset(), like.size(), like.stride())


def sparse(tensor: torch.Tensor, change: Callable[[torch.Tensor], torch.Tensor]) -> torch.Tensor:
    """A sparse tensor made of the changed indices and values of another."""
    parts = change(tensor._indices()), change(tensor._values())
    return torch.sparse_coo_tensor(*parts, tensor.shape, is_coalesced=tensor.is_coalesced(), check_invariants=False)


def twin(tensor: torch.Tensor) -> torch.Tensor:
    """The CPU tensor over a sim tensor's memory; its storage keeps the CPU's as the attribute ``host``."""
    if tensor.is_sparse:
        return sparse(tensor, twin)
    host = tensor.untyped_storage().host  # type: ignore[attr-defined]
    cpu = torch.empty(0, dtype=tensor.dtype, device="cpu")
    cpu = cpu.set_(host, tensor.storage_offset(), tensor.size(), tensor.stride())
    cpu = cpu.conj() if tensor.is_conj() else cpu
    return cpu._neg_view() if tensor.is_neg() else cpu


def wrap(cpu: torch.Tensor, storages: dict[int, torch.UntypedStorage]) -> torch.Tensor:
    """The sim tensor over a CPU tensor's memory. ``storages``: the sim storage of each CPU storage that has one."""
    if cpu.is_sparse:
        return sparse(cpu, lambda part: wrap(part, storages))
    tensor = _acc.create_empty_tensor((0,), cpu.dtype)
    storage = storages.get(cpu.untyped_storage()._cdata)
    if storage is None:
        storage = tensor.untyped_storage()
        storage.host = cpu.untyped_storage()  # type: ignore[attr-defined]
    return lay_out(tensor, storage, cpu)


def refuse_other_devices(op: Any, args: tuple, kwargs: dict) -> None:
    """CUDA's rule where PyTorch leaves it to the kernel: a CPU tensor is an index, or 0-d and read only, or refused."""
    arguments = op._schema.arguments
    scalars = torch.Tag.pointwise in op.tags or op.overloadpacket in TAKES_CPU_SCALAR
    given = [*zip(arguments, args), *((argument, kwargs.get(argument.name)) for argument in arguments)]
    for argument, value in given:
        if isinstance(value, torch.Generator):
            raise RuntimeError(f"Expected a 'sim' device type for generator but found '{value.device.type}'")
        for tensor in tree_leaves(value) if argument.name != "indices" else ():
            if not isinstance(tensor, torch.Tensor) or is_sim(tensor):
                continue
            if tensor.dim() or argument.is_write or not scalars:
                raise RuntimeError(
                    f"Expected all tensors to be on the same device, but found at least two devices, sim:0 and {tensor.device}! "
                    f"(when checking argument for argument {argument.name} in method {op._schema.name})"
                )


def run_on_twins(op: Any, *args: Any, **kwargs: Any) -> Any:
    """Run the CPU's kernel on the twins; arguments written to come back as themselves, views keep their storage."""
    twins: dict[int, tuple[torch.Tensor, torch.Tensor]] = {}
    storages: dict[int, torch.UntypedStorage] = {}

    def to_cpu(value: Any) -> Any:
        if isinstance(value, torch.device):
            return torch.device("cpu")
        if not is_sim(value):
            return value
        cpu, _ = twins.setdefault(id(value), (twin(value), value))
        if cpu.layout == torch.strided:
            storages[cpu.untyped_storage()._cdata] = value.untyped_storage()
        return cpu

    result = seeded(op, tree_map(to_cpu, args), tree_map(to_cpu, kwargs))
    given = {id(cpu): value for cpu, value in twins.values()}
    if op._schema.is_mutable:
        for cpu, value in twins.values():  # out= and resize_ may have changed what they wrote to
            if (cpu.shape, cpu.stride()) != (value.shape, value.stride()):
                value.untyped_storage().host = cpu.untyped_storage()  # type: ignore[attr-defined]
                lay_out(value, value.untyped_storage(), cpu)

    def to_sim(value: Any) -> Any:
        if not isinstance(value, torch.Tensor):
            return value
        return given[id(value)] if id(value) in given else wrap(value, storages)

    return tree_map(to_sim, result)


def seeded(op: Any, args: tuple, kwargs: dict) -> Any:
    """Call the operator; if it draws random numbers, from this device's stream."""
    if torch.Tag.nondeterministic_seeded not in op.tags:
        return op(*args, **kwargs)
    kept = torch.get_rng_state()
    torch.set_rng_state(MODULE.stream.get_state())
    try:
        return op(*args, **kwargs)
    finally:
        MODULE.stream.set_state(torch.get_rng_state())
        torch.set_rng_state(kept)


def any_op(op: Any, *args: Any, **kwargs: Any) -> Any:
    refuse_other_devices(op, args, kwargs)
    out = kwargs.get("out")
    if is_sim(out) and out.dim() == 0:  # a reduction's kernel warns when it has to resize its output on the way
        kwargs["out"] = torch.empty(0, dtype=out.dtype, device="sim")
        return out.copy_(run_on_twins(op, *args, **kwargs))
    return run_on_twins(op, *args, **kwargs)


def copy_(target: torch.Tensor, source: torch.Tensor, non_blocking: bool = False) -> torch.Tensor:
    (twin(target) if is_sim(target) else target).copy_(twin(source) if is_sim(source) else source)
    return target


def meta(op: Any, key: DispatchKey = DispatchKey.Meta) -> Any:
    """The Meta kernel of an operator that changes sizes and strides only."""
    return lambda *args, **kwargs: op._op_dk(key, *args, **kwargs)


# Everything falls back to the CPU's kernel, but for what crosses devices or only looks at sizes.
KERNELS = {
    "copy_": copy_,
    "_copy_from": lambda source, target, non_blocking=False: copy_(target, source),
    "_local_scalar_dense": lambda tensor: twin(tensor).item(),
    "as_strided": meta(aten.as_strided.default),
    "set_.source_Storage_storage_offset": meta(aten.set_.source_Storage_storage_offset),
    "_efficientzerotensor": lambda size, **options: aten.zeros.default(size, **options),
    "convolution_overrideable": lambda *args: any_op(aten.convolution.default, *args),
    "convolution_backward_overrideable": lambda grad, x, weight, *args: any_op(
        aten.convolution_backward.default, grad, x, weight, [weight.shape[0]], *args
    ),
}
# What takes a sparse tensor apart or puts it together, whatever the device of its parts.
SPARSE = ("_indices", "_values", "indices", "values", "_nnz", "is_coalesced", "_coalesced_")
FALLBACK = torch.library.Library("_", "IMPL")
LIBRARY = torch.library.Library("aten", "IMPL")
for key in "PrivateUse1", "SparsePrivateUse1":
    FALLBACK.fallback(any_op, key)
for name, kernel in KERNELS.items():
    LIBRARY.impl(name, kernel, "PrivateUse1")
for name in (*SPARSE, "_sparse_coo_tensor_with_dims_and_tensors"):
    LIBRARY.impl(name, meta(getattr(aten, name).default, DispatchKey.SparseMeta), "SparsePrivateUse1")
LIBRARY.impl("clone", partial(any_op, aten.clone.default), "SparsePrivateUse1")

clone_storage = torch.UntypedStorage.clone


def clone(self: torch.UntypedStorage) -> torch.UntypedStorage:
    """``copy.deepcopy`` clones storages, not tensors."""
    if self.device.type != "sim":
        return clone_storage(self)
    copied = torch.empty(0, dtype=torch.uint8, device="cpu").set_(self.host.clone())  # type: ignore[attr-defined]
    return wrap(copied, {}).untyped_storage()


torch.UntypedStorage.clone = clone  # type: ignore[assignment, method-assign]
