from collections import defaultdict
from itertools import count

import torch

numbers = count()


class Node:
    def __init__(self, value, parents=()):
        self.number = next(numbers)
        self.value = value
        self.parents = parents
        self.grad = 0.0

    def __add__(self, other):
        value = self.value + other.value
        return Node(
            value, [(self, 1.0), (other, 1.0)]
        )

    def __mul__(self, other):
        a, b = self.value, other.value
        return Node(
            a * b, [(self, b), (other, a)]
        )


def recorded(outputs):
    found, todo = set(), list(outputs)
    while todo:
        node = todo.pop()
        if node not in found:
            found.add(node)
            todo += [p for p, _ in node.parents]
    return sorted(found, key=lambda n: n.number)


def backward(outputs, v):
    arrived = defaultdict(float)
    for node, weight in zip(outputs, v):
        arrived[node] += weight
    for node in reversed(recorded(outputs)):
        for parent, local in node.parents:
            arrived[parent] += (
                arrived[node] * local
            )
        if not node.parents:  # a leaf
            node.grad += arrived[node]


def f(a, b, c):
    return a * b * c, a + b + c, a + b * c


v = [0.1, 0.2, 0.3]
x = [Node(1.0), Node(2.0), Node(3.0)]
y = f(*x)
backward(y, v)
print([node.grad for node in x])
backward(y, v)
print([node.grad for node in x])

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
y = torch.stack(f(*x))
y.backward(torch.tensor(v), retain_graph=True)
print(x.grad)
y.backward(torch.tensor(v))
print(x.grad)
