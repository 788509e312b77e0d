def loss(w, b):
    return (w + b - 3) ** 2 + (2 * w + b - 5) ** 2


print("loss:", loss(0, 0))
for nudge in [0.1, 0.01, 0.001]:
    change = loss(nudge, 0) - loss(0, 0)
    print(nudge, round(change / nudge, 3))
