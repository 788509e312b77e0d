"""The site's form of a picture that Matplotlib wrote as SVG: no ids, no styles, and for colours the names of the two schemes.

So it can stand in a page and follow the reader's scheme. This knows nothing of Matplotlib, which takes a second to load.
"""

import itertools
import re
from xml.etree import ElementTree

SIZE = 15  # of text, in a picture 425 wide: 12 px on a phone
# What Matplotlib's names mean here: black, white, gray, and the four tones of book/pictures/draw.py.
COLOURS = {
    "#000000": "currentColor",
    "#ffffff": "none",
    "#808080": "var(--quiet)",
    "#ff7f0e": "var(--v)",
    "#1f77b4": "var(--j)",
    "#2ca02c": "var(--g)",
    "#9467bd": "var(--x)",
}
TONES = {"#808080": "muted", "#ff7f0e": "v", "#1f77b4": "j", "#2ca02c": "g", "#9467bd": "x"}
KEPT = {  # properties, with the values that need not be written
    "fill": "currentColor",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "round",
    "stroke-dasharray": "none",
    "opacity": "1",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "text-anchor": "start",
    "font-size": f"{SIZE}px",
    "font-style": "normal",
}
NUMERAL = set("0123456789−×.")
XLINK = "{http://www.w3.org/1999/xlink}href"


def for_page(svg: str) -> str:
    """The site's form of an SVG that Matplotlib wrote."""
    root = ElementTree.fromstring(svg)
    marks = {f"#{path.get('id')}": path for path in root.iter() if tag(path) == "path" and path.get("id")}
    _, _, width, height = root.get("viewBox").split()
    size = f'width="{short(width)}" viewBox="0 0 {short(width)} {short(height)}"'
    head = (
        f'<svg class="pic" {size} role="presentation" fill="currentColor" font-size="{SIZE}" stroke-linejoin="round">'
    )
    return "\n".join([head, *parts(root, marks), "</svg>"])


def tag(element) -> str:
    return element.tag.rpartition("}")[2]


def parts(element, marks: dict):
    """What is drawn in an element, without its groups and definitions."""
    for child in element:
        name = tag(child)
        if name == "path":
            yield from path(child.get("d", ""), style(child))
        elif name == "use":
            mark = marks[child.get(XLINK)]
            move = f' transform="translate({short(child.get("x"))} {short(child.get("y"))})"'
            look = style(mark) | style(child)
            round_ = "C" in mark.get("d", "")
            yield from [dot(child, mark, look)] if round_ else path(mark.get("d", ""), look, move)
        elif name == "text":
            yield text(child)
        elif name == "g" and child.get("transform"):
            yield from (f'<g transform="{short(child.get("transform"))}">', *parts(child, marks), "</g>")
        elif name == "g":
            yield from parts(child, marks)
        elif name not in ("defs", "metadata"):
            raise ValueError(f"page_svg.for_page: <{name}> cannot stand in a page; plot lines, areas and text only")


def dot(element, mark, look: dict) -> str:
    """A round mark, which Matplotlib draws by curves from its lowest point."""
    x, y, radius = (short(value) for value in (element.get("x"), element.get("y"), mark.get("d").split()[2]))
    return f'<circle class="head {TONES.get(look.get("fill"), "")}" cx="{x}" cy="{y}" r="{radius}"/>'


def path(places: str, look: dict, transform: str = ""):
    """A line or an area; nothing, if it has no colour or no place (a level that a contour plot does not meet)."""
    look = {name: colour(value) if name in ("fill", "stroke") else value for name, value in look.items()}
    if places and (look.get("fill") != "none" or look.get("stroke", "none") != "none"):
        yield f'<path d="{short(" ".join(places.split()))}"{transform}{attributes(look)}/>'


def text(element) -> str:
    """A text or a formula; colours are classes, because the pages' own rule for texts would undo an attribute."""
    look = style(element)
    names = ["m"] if look.pop("font-style", "") == "italic" else []
    names += filter(None, [TONES.get(look.pop("fill", ""))])
    head = place(element) + (f' class="{" ".join(names)}"' if names else "") + attributes(look)
    turn = element.get("transform", "")
    if turn and not turn.startswith("rotate(-0 "):
        head += f' transform="{short(turn)}"'
    inner = escape(element.text or "").strip()
    # Matplotlib places each letter of a formula by its own font; the digits of a number are left to the reader's.
    for (_, _, look), run in itertools.groupby(element, piece_of_number):
        first, *rest = run
        inner += f"<tspan{place(first)}{look}>{escape(''.join(piece.text for piece in [first, *rest]))}</tspan>"
    return f"<text{head}>{inner}</text>"


def piece_of_number(piece) -> tuple:
    """What adjoining pieces of one number have in common; other pieces have nothing in common."""
    return "" if piece.text in NUMERAL else piece.get("x"), piece.get("y"), attributes(style(piece))


def place(element) -> str:
    return "".join(f' {name}="{short(element.get(name))}"' for name in ("x", "y") if element.get(name))


def style(element) -> dict[str, str]:
    """An element's `style`, as far as pages keep it."""
    pairs = (pair.split(":") for pair in element.get("style", "").split(";") if pair.strip())
    return {name.strip(): value.strip() for name, value in pairs if name.strip() in KEPT}


def colour(value: str) -> str:
    if value == "none":
        return value
    if value not in COLOURS:
        raise ValueError(f"page_svg.for_page: {value} has no place in both schemes; use black, gray or tab:orange, …")
    return COLOURS[value]


def attributes(look: dict[str, str]) -> str:
    return "".join(f' {name}="{short(value)}"' for name, value in look.items() if value != KEPT.get(name))


def escape(content: str) -> str:
    return content.replace("&", "&amp;").replace("<", "&lt;")


def short(numbers: str) -> str:
    """At most two decimals: a hundredth of a pixel."""
    return re.sub(r"-?\d+\.\d+", lambda match: f"{round(float(match[0]), 2) + 0:g}", numbers)
