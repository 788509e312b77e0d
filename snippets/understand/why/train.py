def loss(w, b):
    miss1 = w * 1 + b - 3
    miss2 = w * 2 + b - 5
    return miss1**2 + miss2**2


w, b, nudge = 0.0, 0.0, 1e-6
for _ in range(300):
    now = loss(w, b)
    dw = (loss(w + nudge, b) - now) / nudge
    db = (loss(w, b + nudge) - now) / nudge
    w, b = w - 0.1 * dw, b - 0.1 * db

print(round(w, 2), round(b, 2))
