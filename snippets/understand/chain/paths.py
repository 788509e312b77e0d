def steps(x):
    u = x**2
    w = 3 * x
    A = u * w
    return u, w, A


before = steps(2.0)
after = steps(2.0 + 0.001)
for name, old, new in zip("uwA", before, after):
    print(
        name, old, "moves by", round(new - old, 6)
    )
