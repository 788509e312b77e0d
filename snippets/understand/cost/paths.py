# each layer: 3 values, all joined to the next 3
for layers in [2, 4, 10]:
    paths = 3**layers
    arrows = 3 + 9 * (layers - 1) + 3
    print(
        layers,
        "layers:",
        paths,
        "paths,",
        arrows,
        "arrows",
    )
