for nudge in [0.001, -0.001]:
    print((abs(0 + nudge) - abs(0)) / nudge)
