"""Send each page the characters its formulas use, and no others: subsets of MathJax's fonts, as data in style sheets.

What many pages use goes into the sheet that all share; what few use goes into a small sheet of theirs.
"""

import base64
import copy
import io
import re
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from book import BookError
from book.cache import BuildCache

FONTS = files("mathjax") / "static/mathjax/es5/output/chtml/fonts/woff-v2"
FACE = re.compile(
    r'@font-face[^{]*\{\s*font-family: (?P<family>[\w-]+);\s*src: url\("\./(?P<file>[\w-]+\.woff)"[^}]*\}'
)
SHEET = "assets/math.css"  # what every page asks for first
GRID = 4
SHARED = 1 / 4  # of the pages with formulas: a character that so many use is worth having from the first visit on
RULE = re.compile(r"(?P<selector>[^{}]+)\{[^{}]*\}")
DRAWN = re.compile(r'<mjx-[^>]* class="([^"]*\bmjx-c[0-9A-F]+\b[^"]*)"')
GLYPH = re.compile(r'(?P<selector>[^{}]*)::?(?:before|after) \{[^}]*?content: "(?P<text>[^"]+)"')
# No character is drawn with this one: MathJax uses its metrics. It has nothing to subset.
METRICS = "MJXZERO"
CHAIN = re.compile(r"(?P<selectors>[^{}]+)\{\s*font-family: MJXZERO, (?P<families>MJX[^;!]+)")


def unescape(text: str) -> str:
    """The characters that a CSS string stands for."""
    return re.sub(r"\\([0-9A-Fa-f]+) ?", lambda match: chr(int(match[1], 16)), text)


@cache
def font(file: str) -> TTFont:
    return TTFont(io.BytesIO((FONTS / file).read_bytes()), lazy=False, recalcTimestamp=False)


def character(classes: str) -> frozenset[str]:
    """What tells one drawn character from another: its code and its variant, as MathJax names them in classes."""
    return frozenset(re.findall(r"mjx-c[0-9A-F]+\b|TEX-[\w-]+", classes))


def chains(css: str) -> dict[str, list[str]]:
    """The font families that a kind of character is looked for in, in turn."""
    found: dict[str, list[str]] = {}
    for rule in CHAIN.finditer(css):
        families = [family.strip() for family in rule["families"].split(",")]
        found |= {selector.strip(): families for selector in rule["selectors"].split(",")}
    return found


def used_characters(rules: str, families_of: dict[str, list[str]], faces: dict[str, str]) -> dict[str, set[str]]:
    """The characters that each font family draws: of a kind's families, the first one that has the character."""
    used: dict[str, set[str]] = {}
    for glyph in GLYPH.finditer(rules):
        families = families_of[kind(glyph["selector"])]
        for letter in unescape(glyph["text"]):
            family = next((name for name in families if ord(letter) in font(faces[name]).getBestCmap()), None)
            if family:  # else the reader's own fonts draw it
                used.setdefault(family, set()).add(letter)
    return used


def kind(selector: str) -> str:
    """The rule that gives the fonts for a character's selector."""
    if variant := re.search(r"\.TEX-[\w-]+", selector):
        return variant[0]
    if stretchy := re.search(r"mjx-stretchy-[vh]", selector):
        return f"{stretchy[0]} mjx-c"
    return ".MJX-TEX"


def quantize(subset: TTFont) -> None:
    """Round outlines to `GRID` thousandths of an em, less than a tenth of a pixel: a sixth of the bytes less."""
    outlines = subset["CFF "].cff.topDictIndex[0]
    glyphs = subset.getGlyphSet()
    for name in subset.getGlyphOrder():
        drawn = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(drawn)
        pen = T2CharStringPen(None, glyphs)  # the width stands in another table
        for command, points in drawn.value:
            getattr(pen, command)(*[tuple(round(value / GRID) * GRID for value in point) for point in points])
        outlines.CharStrings[name] = pen.getCharString(outlines.Private, outlines.GlobalSubrs)


def cache_of_subsets() -> BuildCache:
    """The subsets of earlier builds: they depend on the fonts, on what cuts and packs them and on this file."""
    fonts = [file.read_bytes() for file in sorted(FONTS.iterdir(), key=lambda file: file.name)]
    versions = [version(name).encode() for name in ("fonttools", "brotli")]
    return BuildCache("fonts", Path(__file__).read_bytes(), *versions, *fonts)


def subset(file: str, characters: str) -> str:
    """A font with only these characters, as a data URI in WOFF2."""
    smaller = copy.deepcopy(font(file))
    smaller.flavor = "woff2"
    if not characters:
        smaller["name"].names = []
        del smaller["FFTM"]
    else:
        options = Options(hinting=False, desubroutinize=True, notdef_outline=True, layout_features=[], name_IDs=[])
        options.drop_tables += ["FFTM"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=set(map(ord, characters)))
        subsetter.subset(smaller)
        quantize(smaller)
    out = io.BytesIO()
    smaller.save(out)
    return "data:font/woff2;base64," + base64.b64encode(out.getvalue()).decode()


def font_faces(used: dict[str, set[str]], faces: dict[str, str], cache: BuildCache, ranges: bool) -> str:
    """The rules that define the subsets; with `ranges`, beside those of the shared sheet."""
    rules = ""
    for family, letters in sorted(used.items()):
        file, characters = faces[family], "".join(sorted(letters))
        uri = cache.get(f"{file} {characters}", partial(subset, file, characters))
        only = "unicode-range:" + ",".join(f"U+{ord(letter):X}" for letter in sorted(letters)) if ranges else ""
        rules += f'@font-face{{font-family:{family};src:url("{uri}") format("woff2");{only}}}\n'
    return rules


def drawn_by(formula: str) -> set[frozenset[str]]:
    """What a formula draws: each kind of character once."""
    return {character(classes) for classes in DRAWN.findall(formula)}


def split(css: str, drawn: dict[str, set[frozenset[str]]]) -> tuple[str, dict[str, str]]:
    """Divide MathJax's style sheet between all pages and those that draw rare characters.

    Args:
        css: the rules for every character of the site, with MathJax's own font faces.
        drawn: by page, what its formulas draw.

    Returns:
        The sheet that all pages share, and those of the pages that draw rarer characters.
    """
    faces = {match["family"]: match["file"] for match in FACE.finditer(css)}
    css = FACE.sub("", css)
    if not faces or "@font-face" in css:
        raise BookError("MathJax writes its font faces differently now: adapt book/site/fonts.py")
    families_of = chains(css)
    cache = cache_of_subsets()
    enough = SHARED * sum(map(bool, drawn.values()))
    rare: dict[frozenset[str], list[str]] = {}
    for rule in RULE.finditer(css):
        what = character(rule["selector"])
        if any(name.startswith("mjx-c") for name in what) and sum(what in page for page in drawn.values()) < enough:
            rare.setdefault(what, []).append(rule[0].strip())
    for text in chain.from_iterable(rare.values()):
        css = css.replace(text, "", 1)
    shared = used_characters(css, families_of, faces)
    own = {}
    for path, page in drawn.items():
        rules = "\n".join(text for what, texts in rare.items() if what in page for text in texts)
        used = used_characters(rules, families_of, faces)
        used = {family: letters - shared.get(family, set()) for family, letters in used.items()}
        used = {family: letters for family, letters in used.items() if letters}
        if rules:
            own[path] = font_faces(used, faces, cache, ranges=True) + rules
    css = font_faces(shared | {METRICS: set()}, faces, cache, ranges=False) + css
    cache.write()
    return css, own
