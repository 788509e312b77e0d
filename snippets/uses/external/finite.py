import numpy as np

K = np.array(
    [
        [2.0, 1.0, 0.0],
        [0.0, 1.0, 1.0],
        [0.0, 0.0, 2.0],
    ]
)
target = np.array([1.0, 2.25, 3.0])


def simulate(y):  # (1)!
    u = np.linalg.solve(K, y)
    A = 0.5 * np.sum((u - target) ** 2)
    return A, np.linalg.solve(
        K.T, u - target
    )  # (2)!


y, h = np.array([6.0, 6.0, 7.0]), 1e-4
A, gradient = simulate(y)
differences = [
    (
        simulate(y + h * e)[0]
        - simulate(y - h * e)[0]
    )
    / (2 * h)
    for e in np.eye(3)
]  # (3)!
np.testing.assert_allclose(
    gradient, differences, rtol=1e-6
)
print(f"{A:.4f}", gradient)
