def f(x1, x2, x3):
    return (
        x1 * x2 * x3,
        x1 + x2 + x3,
        x1 + x2 * x3,
    )


before = f(1.0, 2.0, 3.0)
after = f(1.001, 2.0, 3.0)
for old, new in zip(before, after):
    print(old, "moves by", round(new - old, 6))
