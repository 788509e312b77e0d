def steps(x):
    u = x**2
    y = 5 * u
    return u, y


u, y = steps(3.0)
u_new, y_new = steps(3.0 + 0.001)
print("u:", u, "moves by", round(u_new - u, 6))
print("y:", y, "moves by", round(y_new - y, 6))
