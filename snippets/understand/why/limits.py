def f(x):
    return x**2


for nudge in [1e-6, 1e-12, 1e-18]:
    rate = (f(3 + nudge) - f(3)) / nudge
    print(nudge, round(rate, 4))
