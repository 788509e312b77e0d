import torch


@torch.no_grad()
def backward(y):
    waits, todo, seen = {}, [y.grad_fn], set()
    while todo:  # (1)!
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            for n, _ in node.next_functions:
                if n:
                    waits[n] = waits.get(n, 0) + 1
                    todo.append(n)

    arrived = {y.grad_fn: torch.ones_like(y)}
    ready = [y.grad_fn]
    while ready:
        node = max(  # (2)!
            ready, key=lambda n: n._sequence_nr()
        )
        ready.remove(node)
        out = node(arrived.pop(node))  # (3)!
        if not isinstance(out, tuple):
            out = (out,)
        for (n, _), g in zip(
            node.next_functions, out
        ):
            if n:
                arrived[n] = arrived.get(n, 0) + g
                waits[n] -= 1
                if not waits[n]:  # (4)!
                    ready.append(n)


x = torch.tensor(2.0, requires_grad=True)
w = torch.tensor(3.0, requires_grad=True)
backward(x**2 / 4 + w * x)
print(x.grad, w.grad)
