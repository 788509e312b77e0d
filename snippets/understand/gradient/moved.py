moves = ("0.006", "0.001", "0.001")
rates = ("0.1", "0.2", "0.3")

terms = " + ".join(
    rf"{rate} \times {move}"
    for rate, move in zip(rates, moves)
)
total = sum(
    float(rate) * float(move)
    for rate, move in zip(rates, moves)
)
print(f"{terms} = {total:.4f}")
