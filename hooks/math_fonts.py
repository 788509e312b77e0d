"""Put into the formulas' style sheet only the characters that formulas use: subsets of MathJax's fonts, as data."""

import base64
import copy
import io
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

FONTS = files("mathjax") / "static/mathjax/es5/output/chtml/fonts/woff-v2"
FACE = re.compile(
    r'@font-face[^{]*\{\s*font-family: (?P<family>[\w-]+);\s*src: url\("\./(?P<file>[\w-]+\.woff)"[^}]*\}'
)
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


def used_characters(css: str) -> dict[str, set[str]]:
    """The characters that each font family draws: of a rule's families, the first one that has the character."""
    faces = {match["family"]: match["file"] for match in FACE.finditer(css)}
    chains = {}
    for rule in CHAIN.finditer(css):
        families = [family.strip() for family in rule["families"].split(",")]
        for selector in rule["selectors"].split(","):
            chains[selector.strip()] = families
    used = {METRICS: set()}
    for glyph in GLYPH.finditer(css):
        families = chains[kind(glyph["selector"])]
        for character in unescape(glyph["text"]):
            family = next((name for name in families if ord(character) in font(faces[name]).getBestCmap()), None)
            if family:  # else the reader's own fonts draw it
                used.setdefault(family, set()).add(character)
    return used


def kind(selector: str) -> str:
    """The rule that gives the fonts for a character's selector."""
    if variant := re.search(r"\.TEX-[\w-]+", selector):
        return variant[0]
    if stretchy := re.search(r"mjx-stretchy-[vh]", selector):
        return f"{stretchy[0]} mjx-c"
    return ".MJX-TEX"


@cache
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
    out = io.BytesIO()
    smaller.save(out)
    return "data:font/woff2;base64," + base64.b64encode(out.getvalue()).decode()


def embed(css: str) -> str:
    """Replace the font faces by subsets, and drop those that draw nothing."""
    used = used_characters(css)

    def face(match: re.Match) -> str:
        if match["family"] not in used:
            return ""
        uri = subset(match["file"], "".join(sorted(used[match["family"]])))
        return f'@font-face {{ font-family: {match["family"]}; src: url("{uri}") format("woff2"); }}'

    css, count = FACE.subn(face, css)
    if not count or 'url("./' in css:
        raise PluginError("MathJax writes its font faces differently now: adapt hooks/math_fonts.py")
    return css


@event_priority(-200)
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    path = Path(config.site_dir, "assets/math.css")
    path.write_text(embed(path.read_text("utf-8")), "utf-8")
