"""Draw the site's pictures: functions that return one SVG as text, without ids, styles or words of any language.

Colours are classes that `docs/assets/pictures.css` fills for the light and the dark scheme:
`v` the vector handed to `backward`, `j` the Jacobian, `g` the gradient that comes out, `x` the inputs, `muted` the rest.
Numbers may be given as tensors, lists or strings. Coordinates are those of a phone: `svg` refuses a picture so wide
that its text would be smaller than 12 px there.
"""

import math
from html import escape
from typing import NamedTuple

from page_svg import SIZE, for_page

PHONE = 340  # px a phone of 390 px leaves for a picture
WIDEST = PHONE * SIZE // 12
CELL = 36  # height of a matrix cell and of half a node
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


# --- Values ----------------------------------------------------------------------------------------------------------


def number(value):
    """Write a number as the pictures do: `2`, `1.1`, `−0.25`, `1.2e-05`; a string stays as it is."""
    if isinstance(value, str):
        return value
    if not math.isfinite(value):
        return {math.inf: "∞", -math.inf: "−∞"}.get(value, "nan")
    size = abs(value)
    digits = f"{size:.1e}" if 0 < size < 0.005 else f"{size:.2f}".rstrip("0").rstrip(".")
    return ("−" if value < 0 else "") + digits


def values(data):
    """Write a number, a list or a tensor: `20`, `[1, 2, 3]`."""
    data = plain(data)
    return "[" + ", ".join(map(values, data)) + "]" if isinstance(data, (list, tuple)) else number(data)


def plain(data):
    """Turn a tensor, wherever it lives, into Python numbers; leave the rest alone."""
    return data.tolist() if hasattr(data, "tolist") else data


def length(text):
    """Estimate how wide a text is: fonts differ, so boxes leave room."""
    return sum(0.32 if c in " .,:;'|()[]₁₂₃₄₅ᵀᵢⱼ" else 0.6 for c in text) * SIZE


# --- Primitives ------------------------------------------------------------------------------------------------------


def svg(width, height, parts):
    """Wrap elements into a picture of this size."""
    if width > WIDEST:
        raise ValueError(f"draw.svg: {width:.0f} is too wide, text would be under 12 px on a phone; keep to {WIDEST}")
    box = f'width="{_n(width)}" viewBox="0 0 {_n(width)} {_n(height)}"'
    root = f'<svg class="pic" {box} role="presentation" fill="currentColor" font-size="{SIZE}" text-anchor="middle">'
    return "\n".join([root, *parts, "</svg>"])


def text(x, y, content, tone="", anchor="", font=""):
    """Put text centred on (x, y). Fonts: `m` italic mathematics, `c` code, `h` with a halo; several may be given."""
    names = " ".join(filter(None, (font, tone)))
    attributes = (f' class="{names}"' if names else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{_n(x)}" y="{_n(y + SIZE * 0.35)}"{attributes}>{escape(content, quote=False)}</text>'


def runs(x, y, pieces, anchor=""):
    """Put one line of text made of (content, class) pieces, to mix italics, colours and numbers."""
    inner = "".join(
        f'<tspan class="{names}">{escape(content, quote=False)}</tspan>' if names else escape(content, quote=False)
        for content, names in pieces
        if content
    )
    return text(x, y, "\0", anchor=anchor).replace("\0", inner)


def _named(x, y, symbol, value):
    """Put `symbol = value`, the symbol in italics."""
    return runs(x, y, [(symbol, "m"), (" = " if symbol and value else "", ""), (value, "")])


def box(x, y, width, height, tone="muted", opacity=0.12, kind="", radius=6):
    """Draw a rectangle tinted in its tone; kind `dashed` marks what is unknown."""
    names = " ".join(filter(None, ("box", kind, tone)))
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{radius}"'
    return f'<rect class="{names}" {place} fill-opacity="{_n(opacity)}"/>'


def arrow(points, tone="muted", kind=""):
    """Draw an arrow along a list of points; its head is part of the path, because a marker would need an id."""
    (x0, y0), (x1, y1) = points[-2:]
    distance = math.hypot(x1 - x0, y1 - y0) or 1
    ux, uy = (x1 - x0) / distance, (y1 - y0) / distance
    bx, by = x1 - 9 * ux, y1 - 9 * uy
    shaft = "L".join(f"{_n(x)} {_n(y)}" for x, y in [*points[:-1], (bx, by)])
    head = "L".join(f"{_n(x)} {_n(y)}" for x, y in [(x1, y1), (bx - 4 * uy, by + 4 * ux), (bx + 4 * uy, by - 4 * ux)])
    return f'{_path(shaft, tone, kind)}\n<path class="head {tone}" d="M{head}Z"/>'


def line(points, tone="muted", kind=""):
    """Draw a line along a list of points; kind `thin` for grids, `dashed`, `thick` for data."""
    return _path("L".join(f"{_n(x)} {_n(y)}" for x, y in points), tone, kind)


def _path(places, tone, kind):
    names = " ".join(filter(None, ("line", kind, tone)))
    return f'<path class="{names}" d="M{places}" fill="none" stroke="currentColor"/>'


def cells(x, y, matrix, tone, width=CELL + 4, opacities=None):
    """Draw a matrix (or a row) as tinted cells with their numbers; opacities are given per cell, row by row."""
    parts = []
    for i, row in enumerate(_matrix(matrix)):
        for j, value in enumerate(row):
            opacity = opacities[i][j] if opacities else 0.16
            left, top = x + j * width, y + i * CELL
            parts.append(box(left + 1, top + 1, width - 2, CELL - 2, tone, opacity, "cell", 3))
            parts.append(text(left + width / 2, top + CELL / 2, number(value)))
    return parts


# --- Computational graphs --------------------------------------------------------------------------------------------


class Node(NamedTuple):
    """A value of a graph: its symbol, its forward value, the value that flows back to it and the tone of that."""

    symbol: str
    value: object = None
    back: object = None
    tone: str = "g"
    unknown: bool = False
    at: tuple = None  # (column, row) instead of the automatic place


class Edge(NamedTuple):
    """An operation of a graph: from node to node, its name, its local derivative, the tone of the way back."""

    source: str
    target: str
    operation: str = ""
    local: str = ""
    tone: str = "g"


def graph(nodes, edges, gap=66):
    """Draw a computational graph from top to bottom: `nodes` a dict of Node, `edges` a list of Edge or tuples.

    A chain gets two lanes, forward values on the left and what flows back on the right; a wider graph gets both in
    one card, forward above back. An edge with the tone "" has no way back.
    """
    edges = [Edge(*edge) for edge in edges]
    places = _layers(nodes, edges)
    columns = 1 + max(column for column, _ in places.values())
    return _chain(nodes, edges, places, gap) if columns == 1 else _wide(nodes, edges, places, columns, gap + 44)


def _layers(nodes, edges):
    """Place each node one row under the lowest of its sources; rows are centred on the widest."""
    depth = dict.fromkeys(nodes, 0)
    for _ in nodes:
        for edge in edges:
            depth[edge.target] = max(depth[edge.target], depth[edge.source] + 1)
    if max(depth.values()) >= len(nodes):
        raise ValueError("draw.graph: the edges form a cycle; a computational graph has none")
    rows = {row: [name for name in nodes if depth[name] == row] for row in depth.values()}
    widest = max(map(len, rows.values()))
    return {
        name: nodes[name].at or (rows[row].index(name) + (widest - len(rows[row])) / 2, row)
        for name, row in depth.items()
    }


def _italic(label):
    """Set symbols in italics, numbers upright."""
    return "m" if any(map(str.isalpha, label)) else ""


def _forward(node):
    return values(node.value) if node.value is not None else ""


def _chain(nodes, edges, places, gap):
    left = max(length(f"{n.symbol} = {_forward(n)}") for n in nodes.values()) + 28
    right = max(length(values(n.back)) for n in nodes.values() if n.back is not None) + 28
    operation = max((length(e.operation) for e in edges), default=0) + 12
    local = max((length(e.local) for e in edges), default=0) + 12
    margin = 1 + max(0, operation - left / 2)
    width = margin + left + right + max(0, local - right / 2) + 1
    parts = []
    top = {name: row * (CELL + gap) + 1 for name, (_, row) in places.items()}
    for name, node in nodes.items():
        y = top[name]
        parts.append(box(margin, y, left - 3, CELL, kind="dashed" if node.unknown else ""))
        parts.append(_named(margin + left / 2 - 1, y + CELL / 2, node.symbol, _forward(node)))
        if node.back is not None:
            parts.append(box(margin + left + 3, y, right - 3, CELL, node.tone, 0.16))
            parts.append(text(margin + left + right / 2 + 1, y + CELL / 2, values(node.back), node.tone))
    for edge in edges:
        start, end = top[edge.source] + CELL + 6, top[edge.target] - 6
        down, up, middle = margin + left / 2, margin + left + right / 2, (start + end) / 2
        parts.append(arrow([(down, start), (down, end)]))
        parts.append(text(down - 12, middle, edge.operation, "muted", "end")) if edge.operation else None
        if edge.tone:
            parts.append(arrow([(up, end), (up, start)], edge.tone))
            parts.append(text(up + 12, middle, edge.local, "j", "start", _italic(edge.local))) if edge.local else None
    return svg(width, max(top.values()) + CELL + 1, parts)


def _wide(nodes, edges, places, columns, gap):
    room = max(length(f"{n.symbol} = {_forward(n)}") for n in nodes.values() if not n.unknown) + 26
    pitch = max(room + 20, min(200 if columns == 2 else 132, (WIDEST - room - 2) / (columns - 1)))
    width = (columns - 1) * pitch + room + 2
    parts, bounds, y = [], {}, 1
    for row in sorted({row for _, row in places.values()}):
        names = [name for name in nodes if places[name][1] == row]
        height = 2 * CELL - 8 if any(nodes[name].back is not None for name in names) else CELL
        bounds |= {name: (places[name][0] * pitch + room / 2 + 1, y, y + height) for name in names}
        y += height + gap
    for edge in edges:
        parts += _way(edge, edges, bounds, "dashed" if nodes[edge.target].unknown else "")
    for edge in edges:  # labels last, their halo covers the lines
        parts += _labels(edge, edges, bounds)
    for name, node in nodes.items():
        x, top, _ = bounds[name]
        wide = max(room, length(f"{node.symbol} = {_forward(node)}") + 26)
        parts.append(box(x - wide / 2, top, wide, CELL - 4, kind="dashed" if node.unknown else ""))
        parts.append(_named(x, top + CELL / 2 - 2, node.symbol, _forward(node)))
        if node.back is not None:
            parts.append(box(x - wide / 2, top + CELL - 2, wide, CELL - 6, node.tone, 0.16))
            parts.append(text(x, top + CELL * 1.5 - 5, values(node.back), node.tone))
    return svg(width, y - gap + 1, parts)


def _crowded(edge, edges):
    """Tell whether the edge is one of many that cross."""
    return sum(e.source == edge.source for e in edges) > 2 and sum(e.target == edge.target for e in edges) > 2


def _way(edge, edges, bounds, kind):
    """Draw an edge of a wide graph: two arrows side by side, or, where many cross, one line with a head at each end."""
    (x0, _, y0), (x1, y1, _) = bounds[edge.source], bounds[edge.target]
    lean = (x1 - x0) * 0.1
    start, end = (x0 + lean, y0 + 6), (x1 - lean, y1 - 6)
    if not edge.tone:
        return [arrow([start, end], kind=kind)]
    shift = 0 if _crowded(edge, edges) else 5
    forward = [(start[0] - shift, start[1]), (end[0] - shift, end[1])]
    back = [(end[0] + shift, end[1]), (start[0] + shift, start[1])]
    return [arrow(forward, kind=kind), arrow(back, edge.tone, kind)]


def _labels(edge, edges, bounds):
    """Write an edge's operation left of it and its local derivative right of it; where many cross, upon it."""
    (x0, _, y0), (x1, y1, _) = bounds[edge.source], bounds[edge.target]
    clear = 13 + 9 * abs((x1 - x0) / (y1 - y0))
    x, y, left, right = (x0 + x1) / 2, (y0 + y1) / 2, "end", "start"
    if _crowded(edge, edges):
        x, y, clear, left, right = x1 + (x0 - x1) / 4, y1 - (y1 - y0) / 4 - 4, 0, "", ""
    parts = [text(x - clear, y, edge.operation, "muted", left, "h")] if edge.operation else []
    return parts + (
        [text(x + clear, y, edge.local, "j", right, f"h {_italic(edge.local)}".strip())] if edge.local else []
    )


# --- Matrix products -------------------------------------------------------------------------------------------------


def matrix_product(left, right, result, names=("v", "J", "vᵀJ"), terms=False):
    """Draw `left · right = result`: row vector times matrix (VJP), or matrix times column vector (JVP).

    The rows (for a JVP the columns) of the matrix are tinted by their weight in the vector. With `terms`, each
    weighted row stands below, summed to the result.
    """
    left, right, result = plain(left), plain(right), plain(result)
    forward = isinstance(left[0], (list, tuple))
    vector, matrix = (right, left) if forward else (left, right)
    tones = ("j", "v", "g") if forward else ("v", "j", "g")
    column = [[[value] for value in data] for data in (right, result)]
    blocks = [left, *column] if forward else [[left], right, [result]]
    if len(vector) != (len(matrix[0]) if forward else len(matrix)):
        raise ValueError("draw.matrix_product: the vector and the matrix do not fit together")
    texts = [number(value) for block in blocks for row in block for value in row]
    cell = max(36, max(map(length, texts)) + 12)
    height = max(map(len, blocks)) * CELL
    shades = _shades(vector, matrix, by_column=forward)
    lead = max(length(f"+ {number(w)} · {values(row)} =") for w, row in zip(vector, matrix)) * 1.1 if terms else 0
    parts, x, starts = [], 1 + max(0, lead - len(blocks[0][0]) * cell - 12), []
    for block, tone, name, operator in zip(blocks, tones, names, ("·", "=", "")):
        wide, top = len(block[0]) * cell, 28 + (height - len(block) * CELL) / 2
        parts.append(text(x + wide / 2, top - 14, name, tone, font="m"))
        parts += cells(x, top, block, tone, cell, shades if tone == "j" else None)
        starts.append(x)
        x += wide + 22
        if operator:
            parts.append(text(x - 11, 28 + height / 2, operator, "muted"))
    y = 28 + height
    if terms and not forward:
        more, y = _terms(vector, matrix, result, starts[1], y + 26, cell)
        parts += more
    return svg(x - 22 + 1, y + 1, parts)


def _shades(vector, matrix, by_column):
    """Tint by weight; without numbers all alike."""
    weights = [abs(w) if not isinstance(w, str) else 1 for w in vector]
    top = max(weights) or 1
    shade = [0.04 + 0.34 * weight / top for weight in weights]
    return [[shade[j] if by_column else shade[i] for j in range(len(row))] for i, row in enumerate(matrix)]


def _terms(vector, matrix, result, x, y, cell):
    """Stack the weighted rows under the matrix, then a rule, then their sum."""
    parts, wide = [], cell * len(result)
    shades = _shades(vector, matrix, by_column=False)
    for i, (weight, row) in enumerate(zip(vector, matrix)):
        middle = y + CELL / 2
        pieces = [
            ("+ " if i else "", "muted"),
            (number(weight), "v"),
            (" · ", "muted"),
            (values(row), "j"),
            (" =", "muted"),
        ]
        parts.append(runs(x - 10, middle, pieces, "end"))
        parts += cells(x, y, [[weight * value for value in row]], "j", cell, [shades[i]])
        y += CELL
    parts.append(line([(x, y + 5), (x + wide, y + 5)]))
    return parts + cells(x, y + 10, [result], "g", cell), y + 10 + CELL


def _matrix(data):
    data = plain(data)
    return data if isinstance(data[0], (list, tuple)) else [data]


# --- The plane -------------------------------------------------------------------------------------------------------


class Arrow(NamedTuple):
    """A vector in the plane, drawn from `start`."""

    vector: object
    label: str = ""
    tone: str = "g"
    start: object = (0, 0)
    kind: str = ""


class Point(NamedTuple):
    """A point in the plane."""

    place: object
    label: str = ""
    tone: str = "x"


def plane(arrows=(), points=(), curves=(), axes=("x₁", "x₂"), size=320):
    """Draw vectors, points and curves (lists of places) in the plane, both axes on one scale."""
    arrows = [
        Arrow(plain(a[0]), *a[1:3], plain(a[3]), *a[4:]) if len(a) > 3 else Arrow(plain(a[0]), *a[1:]) for a in arrows
    ]
    points = [Point(plain(p[0]), *p[1:]) for p in points]
    curves = [plain(curve) for curve in curves]
    ends = [(a.start[0] + a.vector[0], a.start[1] + a.vector[1]) for a in arrows]
    every = [(0, 0), *ends, *(a.start for a in arrows), *(p.place for p in points), *(p for c in curves for p in c)]
    lows, highs = [min(p[i] for p in every) for i in (0, 1)], [max(p[i] for p in every) for i in (0, 1)]
    span = max(high - low for low, high in zip(lows, highs)) or 1
    scale = (size - 72) / span
    x0, y1 = 36 - lows[0] * scale, 34 + highs[1] * scale
    width, height = 72 + (highs[0] - lows[0]) * scale, 68 + (highs[1] - lows[1]) * scale

    def at(place):
        return x0 + place[0] * scale, y1 - place[1] * scale

    parts = []
    for tick in _ticks(lows[0], highs[0]):
        parts.append(line([(at((tick, 0))[0], 8), (at((tick, 0))[0], height - 8)], kind="thin"))
        parts.append(text(at((tick, 0))[0], y1 + 14, number(tick), "muted", font="h")) if tick else None
    for tick in _ticks(lows[1], highs[1]):
        parts.append(line([(8, at((0, tick))[1]), (width - 8, at((0, tick))[1])], kind="thin"))
        parts.append(text(x0 - 7, at((0, tick))[1], number(tick), "muted", "end", "h")) if tick else None
    parts.append(arrow([(8, y1), (width - 4, y1)]))
    parts.append(arrow([(x0, height - 8), (x0, 4)]))
    parts.append(text(width - 12, y1 - 16, axes[0], "muted", font="m"))
    parts.append(text(x0 + 18, 12, axes[1], "muted", font="m"))
    parts += [line([at(place) for place in curve], "muted") for curve in curves]
    for a, end in zip(arrows, ends):
        parts.append(arrow([at(a.start), at(end)], a.tone, f"thick {a.kind}".strip()))
    for a, end in zip(arrows, ends):
        if a.label:
            x, y = _beside(at(a.start), at(end), length(a.label), any(a.start))
            half = length(a.label) / 2
            parts.append(text(min(max(x, half), width - half), y, a.label, a.tone, font="m h"))
    for p in points:
        parts += _dot(*at(p.place), p.tone)
        parts.append(text(at(p.place)[0], at(p.place)[1] - 16, p.label, p.tone, font="m h")) if p.label else None
    return svg(width, height, parts)


def _beside(start, end, wide, chained):
    """Place a label of this width beyond an arrow's tip, or, if the arrow starts at another, beside its middle."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = math.hypot(dx, dy) or 1
    ux, uy = dx / reach, dy / reach
    if chained:
        return (start[0] + end[0]) / 2 - uy * (8 + wide / 2), (start[1] + end[1]) / 2 + ux * 16
    return end[0] + ux * (8 + wide / 2), end[1] + uy * 15


def _dot(x, y, tone, radius=4.5):
    return [f'<circle class="head {tone}" cx="{_n(x)}" cy="{_n(y)}" r="{radius}"/>']


def _ticks(low, high):
    """Choose round numbers between the two, in steps of 1, 2 or 5."""
    rough = (high - low or 1) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(k * power for k in (1, 2, 5, 10) if k * power >= rough * 0.999)
    return [k * step for k in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


# --- Charts ----------------------------------------------------------------------------------------------------------

COLOURS = {"v": "tab:orange", "j": "tab:blue", "g": "tab:green", "x": "tab:purple", "muted": "gray"}


class Series(NamedTuple):
    """Data of a chart: (x, y) pairs, a label beside its last point, a tone, and `line`, `scatter`, `dashed` or `bar`."""

    label: str
    points: object
    tone: str = "g"
    kind: str = "line"


def chart(series, x="", y="", xlog=False, ylog=False, size=(400, 270)):
    """Draw a small chart by Matplotlib, with direct labels. Bars take (name, value) pairs and a linear axis."""
    import plots  # loads Matplotlib, which takes a second
    from matplotlib import ticker

    series = [Series(s[0], plain(s[1]), *s[2:]) for s in series]
    bars, rest = [s for s in series if s.kind == "bar"], [s for s in series if s.kind != "bar"]
    figure, axes = plots.pyplot.subplots(figsize=(size[0] / 72, size[1] / 72), dpi=72)
    axes.set(xscale="log" if xlog else "linear", yscale="log" if ylog else "linear")
    for axis, log in (axes.xaxis, xlog), (axes.yaxis, ylog):
        axis.set_major_locator(ticker.LogLocator(numticks=6) if log else ticker.MaxNLocator(5, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(lambda tick, _, log=log: _power(tick) if log else number(tick))
        axis.set_minor_locator(ticker.NullLocator())
    axes.tick_params(labelcolor="gray", left=False, bottom=not bars)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="y", color="black", alpha=0.22)
    axes.set_axisbelow(True)
    axes.set_xlabel(x, style="italic")
    figure.suptitle(y, x=0.005, ha="left", size=SIZE, style="italic")
    for s in rest:
        line = {"scatter": "none", "dashed": (0, (3, 2))}.get(s.kind, "-")
        mark = "o" if len(s.points) <= 16 else ""
        axes.plot(*zip(*s.points), ls=line, lw=2.25, marker=mark, ms=5, color=COLOURS[s.tone])
    _bars(axes, bars)
    if not ylog:
        low, high = axes.dataLim.intervaly
        ticks = axes.yaxis.get_major_locator().tick_values(min(low, 0), max(high, 0))
        axes.set_ylim(ticks[0], ticks[-1])
    _end_labels(figure, axes, rest)
    return for_page(plots.svg(figure))


def _bars(axes, bars):
    """Draw grouped bars with their value on top, and the name of each group below."""
    wide = 0.84 / len(bars) if bars else 0
    for j, s in enumerate(bars):
        names, heights = zip(*s.points)
        places = [i + (j - (len(bars) - 1) / 2) * wide for i in range(len(names))]
        drawn = axes.bar(places, heights, 0.9 * wide, color=COLOURS[s.tone], alpha=0.3)
        axes.bar_label(drawn, map(number, heights), padding=3, color=COLOURS[s.tone])
        axes.set_xticks(range(len(names)), names, color="black")


def _end_labels(figure, axes, series):
    """Put the label of each line beside its last point, moved so far up that none covers another."""
    labels = [
        axes.annotate(s.label, s.points[-1], (9, 0), textcoords="offset pixels", va="center", color=COLOURS[s.tone])
        for s in series
    ]
    figure.draw_without_rendering()  # now it is known where they are
    height = {label: axes.transData.transform(label.xy)[1] for label in labels}
    lowest = -math.inf
    for label in sorted(labels, key=height.__getitem__):
        lowest = max(height[label], lowest)
        label.xyann = (9, lowest - height[label])
        lowest += 18


def _power(value):
    exponent = round(math.log10(value))
    if abs(value / 10.0**exponent - 1) > 1e-6:
        return number(value)
    return number(value) if exponent in (0, 1) else "10" + str(exponent).translate(SUPERSCRIPTS)


# --- Lanes -----------------------------------------------------------------------------------------------------------


def boxes(lanes, arrows, gap=42):
    """Draw boxes of code in lanes, such as two processes, with arrows between them.

    `lanes` maps each lane's title to its boxes: (key, code) or (key, code, tone), a box None leaving a row free.
    `arrows` are (key, key), (key, key, label) or (key, key, label, tone).
    """
    widths = [max(length(row[1]) for row in lane if row) * 1.06 + 20 for lane in lanes.values()]
    labels = [a[2] for a in arrows if len(a) > 2]
    between = max(70, max(map(length, labels), default=0) + 34) if len(lanes) > 1 else 0
    if len(lanes) * (max(widths) + 20 + between) - between <= WIDEST - 2:
        widths = [max(widths)] * len(lanes)
    height = 40 + max(map(len, lanes.values())) * (CELL + gap) - gap + 12
    parts, bounds, x = [], {}, 1
    for (title, lane), wide in zip(lanes.items(), widths):
        parts.append(box(x, 1, wide + 20, height - 2, "muted", 0.04, "lane", 10))
        parts.append(text(x + 10 + wide / 2, 20, title, "muted", font="c"))
        for row, entry in enumerate(lane):
            if entry:
                key, code, tone = (*entry, "muted")[:3]
                y = 40 + row * (CELL + gap)
                bounds[key] = (x + 10, y, wide)
                parts.append(box(x + 10, y, wide, CELL, tone, 0.16))
                parts.append(text(x + 10 + wide / 2, y + CELL / 2, code, font="c"))
        x += wide + 20 + between
    for entry in arrows:
        source, target, label, tone = (*entry, *("", "muted")[len(entry) - 2 :])
        parts += _link(bounds[source], bounds[target], label, tone)
    return svg(x - between + 1, height, parts)


def _link(source, target, label, tone):
    """Join two boxes of `boxes`: up or down within a lane, else from side to side."""
    (x0, y0, w0), (x1, y1, w1) = source, target
    if x0 == x1:
        down = y1 > y0
        start, end = (y0 + CELL + 5, y1 - 5) if down else (y0 - 5, y1 + CELL + 5)
        middle = x0 + w0 / 2
        parts = [arrow([(middle, start), (middle, end)], tone)]
        return parts + ([text(middle + 12, (start + end) / 2, label, tone, "start", "c")] if label else [])
    right = x1 > x0
    start, end = (x0 + w0 + 5, x1 - 5) if right else (x0 - 5, x1 + w1 + 5)
    a, b = y0 + CELL / 2, y1 + CELL / 2
    parts = [arrow([(start, a), (end, b)], tone)]
    return parts + ([text((start + end) / 2, (a + b) / 2 - 14, label, tone, font="c h")] if label else [])


def _n(value):
    """Write a coordinate, an opacity or a size, with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
