from collections import defaultdict
from itertools import count

numbers = count()


class Node:
    def __init__(self, value, parents=()):
        self.number = next(numbers)
        self.value = value
        self.parents = parents

    def __add__(self, other):
        value = self.value + other.value
        return Node(
            value, [(self, one), (other, one)]
        )

    def __mul__(self, other):
        value = self.value * other.value
        return Node(
            value, [(self, other), (other, self)]
        )


zero, one = Node(0.0), Node(1.0)


def grad(y, x):
    arrived = defaultdict(lambda: zero)
    arrived[y] = one
    todo = {y}
    while todo:
        node = max(todo, key=lambda n: n.number)
        todo.remove(node)
        for parent, local in node.parents:
            arrived[parent] += (
                arrived[node] * local
            )
            todo.add(parent)
    return arrived[x]


x = Node(2.0)
y = x * x * x
for _ in range(3):
    y = grad(y, x)
    print(y.value)
