import torch
from torch.autograd import Function
from torch.func import grad, jvp, vmap


def cube(x: torch.Tensor) -> torch.Tensor:
    return x**3


def save(ctx, inputs, output):
    ctx.save_for_backward(*inputs)
    ctx.save_for_forward(*inputs)


def rule(ctx, v):  # (1)!
    (x,) = ctx.saved_tensors
    return 3 * x**2 * v


class Old(Function):
    backward = staticmethod(rule)

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return cube(x)


class New(Function):
    forward = staticmethod(cube)
    setup_context = staticmethod(save)
    backward = staticmethod(rule)


class Vmap(New):
    generate_vmap_rule = True


class Jvp(Vmap):
    jvp = staticmethod(rule)


op = torch.library.custom_op(
    "book_table::cube", cube, mutates_args=()
)
op.register_fake(torch.empty_like)
op.register_vmap(lambda _, d, x: (op(x), d[0]))
op.register_autograd(
    rule,
    setup_context=lambda ctx, inputs, output: (
        ctx.save_for_backward(*inputs)
    ),
)


class Around(Vmap):
    @staticmethod
    def forward(x):
        return op(x)


x = torch.tensor([1.0, 2.0])
u = torch.ones(2)


def backward(f):
    leaf = x.clone().requires_grad_()
    f(leaf).sum().backward()
    return leaf.grad


def compiled(f):
    torch.compiler.reset()
    return backward(
        torch.compile(
            lambda x: f(x),
            backend="aot_eager",
            fullgraph=True,  # (2)!
        )
    )


ways = {
    "backward": backward,
    "grad": lambda f: grad(lambda x: f(x).sum())(
        x
    ),
    "vmap": lambda f: vmap(grad(f))(x),
    "jvp": lambda f: jvp(f, (x,), (u,))[1],
    "compile": compiled,
}
forms = {
    "Old": Old.apply,
    "New": New.apply,
    "Vmap": Vmap.apply,
    "Jvp": Jvp.apply,
    "op": op,
    "Around": Around.apply,
}
print(" " * 6, *(f"{way:8}" for way in ways))
for name, f in forms.items():
    print(f"{name:6}", end="")
    for way in ways.values():
        try:
            right = way(f).equal(3 * x**2)
            word = "ok" if right else "WRONG"
        except (
            RuntimeError,
            NotImplementedError,
        ):
            word = "refused"
        print(f" {word:8}", end="")
    print()
