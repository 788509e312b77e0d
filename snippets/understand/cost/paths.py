for layers in [2, 4, 10]:
    paths = 3**layers
    arrows = 3 + 9 * (layers - 1) + 3
    print(layers, paths, arrows)
