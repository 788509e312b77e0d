import draw

lanes = {}
arrows = []
for p in "01":
    lanes[f"process {p}"] = [
        (f"v{p}", "backward()", "v"),
        (f"a{p}", "w2: hook", "g"),
        (f"b{p}", "w1: hook", "g"),
        (f"k{p}", "bucket", "j"),
        (f"d{p}", "w.grad", "g"),
    ]
    chain = ["v", "a", "b", "k", "d"]
    arrows += [
        (s + p, e + p, "", "g")
        for s, e in zip(chain, chain[1:])
    ]
arrows += [
    ("k0", "k1", "all-reduce", "muted"),
    ("k1", "k0", "", "muted"),
]
print(draw.boxes(lanes, arrows, gap=26))
