import torch

tape = []  # every node, in the order of computation


class Node:
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = (
            value,
            parents,
            0.0,
        )
        tape.append(self)

    def __add__(self, other):
        return Node(
            self.value + other.value,
            [(self, 1.0), (other, 1.0)],
        )

    def __mul__(self, other):
        return Node(
            self.value * other.value,
            [
                (self, other.value),
                (other, self.value),
            ],
        )


def backward(outputs, v):
    for node, weight in zip(outputs, v):
        node.grad += weight
    for node in reversed(tape):
        for parent, local in node.parents:
            parent.grad += node.grad * local


def f(x1, x2, x3):
    return (
        x1 * x2 * x3,
        x1 + x2 + x3,
        x1 + x2 * x3,
    )


x = [Node(1.0), Node(2.0), Node(3.0)]
backward(f(*x), [0.1, 0.2, 0.3])
print("tape: ", [node.grad for node in x])

x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
y = torch.stack(f(*x))
y.backward(
    torch.tensor(
        [0.1, 0.2, 0.3], dtype=torch.float64
    )
)
print("torch:", x.grad.tolist())
