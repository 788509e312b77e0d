"""Make one small style sheet of all: what the theme offers and no page uses is left out, inline styles become classes.

One file, named by its content, so that a reader never has the pages of one build with the styles of another.
"""

import hashlib
import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

ATTRIBUTE = r'[\w:@.-]++(?:="[^"]*+")?+'
TAG = re.compile(rf"<([a-zA-Z][\w-]*+)((?:\s++{ATTRIBUTE})*+)\s*+/?>")
STYLED = re.compile(
    rf'<(?P<name>[a-zA-Z][\w-]*+)(?P<before>(?:\s++(?!style=){ATTRIBUTE})*+)\s++style="(?P<style>[^"]*+)"'
    rf"(?P<after>(?:\s++{ATTRIBUTE})*+)\s*+(?P<end>/?)>"
)
LINK = re.compile(r'\s*<link rel="stylesheet" href="(?P<way>[^"]*?)(?P<path>assets/[^"]+\.css)">')
WORD = re.compile(r"[\w-]+")
STRING = r"""(?:url\(\s*)?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|url\([^)"']*\)"""
# What the theme's script could build and these pages never ask for.
NEVER = re.compile(
    r"rtl|mermaid|md-(?:version|source|tag|status|consent|progress|banner|social|feedback|post)(?![a-z]).*"
)

OWN_SCRIPTS = ("assets/start.js",)
# What the theme says of the tables that hooks/harden.py gives a class. Of `[class] …>:first-child` a browser understands
# that whenever any class changes, everything inside has to be styled anew.
THEIR_TABLES, OUR_TABLES = "table:not([class])", "table.table"
MADE_BY_SCRIPTS = [
    "a",
    "article",
    "aside",
    "button",
    "div",
    "h1",
    "h2",
    "img",
    "input",
    "label",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "path",
    "small",
    "span",
    "strong",
    "svg",
    "table",
    "ul",
]


class InlineStyles:
    """Turns `style="…"` into classes, which a strict policy allows, and remembers their rules and the pages' classes."""

    def __init__(self):
        self.rules: dict[str, str] = {}
        self.classes: dict[Path, set[str]] = defaultdict(set)

    def replace(self, path: Path, page: str) -> str:
        return STYLED.sub(lambda match: self.replace_one(path, match), page)

    def replace_one(self, path: Path, match: re.Match) -> str:
        declarations = [part.strip() for part in html.unescape(match["style"]).split(";") if part.strip()]
        name = "s" + hashlib.sha256(";".join(declarations).encode()).hexdigest()[:6]
        self.rules[name] = "".join(f"{declaration} !important;" for declaration in declarations)
        self.classes[path].add(name)
        attributes = match["before"] + match["after"]
        if ' class="' in attributes:
            attributes = attributes.replace(' class="', f' class="{name} ', 1)
        else:
            attributes += f' class="{name}"'
        return f"<{match['name']}{attributes}{match['end']}>"

    def css(self, names: set[str]) -> str:
        return "".join(f".{name}{{{self.rules[name]}}}" for name in sorted(names))


def minify(css: str) -> str:
    """Drop comments and blanks, but nothing inside strings and data URIs."""

    def smaller(match: re.Match) -> str:
        if match["string"]:
            return match[0]
        return "" if match["comment"] else match["mark"] or " "

    css = re.sub(
        rf"(?P<string>{STRING})|(?P<comment>/\*.*?\*/)|\s*(?P<mark>[{{}};,]|:(?= ))\s*|\s+",
        smaller,
        css,
        flags=re.DOTALL,
    )
    return css.replace(";}", "}").strip()


def blocks(css: str):
    """Yield `(prelude, body)` for each rule, and `(statement, None)` for each statement without a body."""
    token = re.compile(rf"{STRING}|[{{}};]")
    start = depth = 0
    prelude = ""
    for match in token.finditer(css):
        mark = match[0]
        if mark == "{":
            if depth == 0:
                prelude, start = css[start : match.start()], match.end()
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0:
                yield prelude.strip(), css[start : match.start()]
                start = match.end()
        elif mark == ";" and depth == 0:
            yield css[start : match.start()].strip(), None
            start = match.end()
    if depth or css[start:].strip():
        raise PluginError(f"a style sheet does not end where it should: …{css[start:][-80:]}")


def selectors(prelude: str) -> list[str]:
    """Split at the commas outside brackets."""
    found, depth = [""], 0
    for character in prelude:
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            found.append("")
        else:
            found[-1] += character
    return found


class Used:
    """What may meet a selector: everything in the pages, and what scripts may add to them."""

    def __init__(self, pages: Iterable[str], theirs: set[str], own: set[str]):
        self.tags, self.classes = set(MADE_BY_SCRIPTS), {"js", "later", "shown"}  # scripts in the pages say so
        words = {word for script in theirs | own for word in WORD.findall(script)}
        self.attributes = {word for word in words if not NEVER.match(word)}
        # The theme's script knows many classes that only a page could bring; those it makes itself begin with md-.
        self.classes.update(word for word in self.attributes if word.startswith("md-"))
        for script in own:
            self.classes.update(WORD.findall(script))
        for name, attributes in {tag for page in pages for tag in TAG.findall(page)}:
            self.tags.add(name.lower())
            self.attributes.update(WORD.findall(html.unescape(attributes)))
            for value in re.findall(r'\s(?:class|id)="([^"]*)"', attributes):
                self.classes.update(value.split())

    def meets(self, selector: str) -> bool:
        """Whether every tag, class, id and attribute of a selector occurs somewhere."""
        while selector != (outer := re.sub(r":[\w-]+\([^()]*\)", "", selector)):
            selector = outer
        attributes = WORD.findall(" ".join(re.findall(r"\[[^\]]*\]", selector)))
        selector = re.sub(r"\[[^\]]*\]|::?[\w-]+", "", selector)
        classes = re.findall(r"[.#]([\w-]+)", selector)
        tags = re.findall(r"(?:^|[\s>+~])([a-zA-Z][\w-]*)", selector)
        return (
            self.attributes.issuperset(attributes) and self.classes.issuperset(classes) and self.tags.issuperset(tags)
        )


def trim(css: str, used: Used) -> str:
    """Leave out the rules that no page and no script can meet."""
    kept = []
    for prelude, body in blocks(css):
        if body is None:
            kept.append(f"{prelude};")
        elif prelude.startswith(("@media", "@supports")):
            if inner := trim(body, used):
                kept.append(f"{prelude}{{{inner}}}")
        elif prelude.startswith("@"):
            kept.append(f"{prelude}{{{body}}}")
        elif met := [selector for selector in selectors(prelude) if used.meets(selector)]:
            kept.append(f"{','.join(met)}{{{body}}}")
    return "".join(kept)


def name_tables(css: str) -> str:
    """Let the theme's rules for tables mean those with our class."""
    if THEIR_TABLES not in css:
        raise PluginError("the theme no longer has rules for tables without a class: adapt hooks/harden.py")
    return css.replace(THEIR_TABLES, OUR_TABLES)


def drop_variables(css: str, others: str) -> str:
    """Leave out the custom properties that nothing reads: mostly icons for what the pages do not have."""
    variable = re.compile(rf"(?<=[{{;]) ?(--[\w-]+):(?:{STRING}|[^;{{}}\"'])*(?:;|(?=\}}))")
    read_elsewhere = {name for name in re.findall(r"--[\w-]+", others) if not name.startswith("--md-mermaid")}
    before = None
    while css != before:  # one that is left out may have been the only reader of another
        before = css
        read = read_elsewhere.union(re.findall(r"var\(\s*(--[\w-]+)", css))
        css = variable.sub(lambda match: match[0] if match[1] in read else "", css)
        css = re.sub(r"(?<![^{};])[^{};]++\{\}", "", css)
    return css


def add_to_own_sheet(head: str, rules: str, shared: str, site: Path) -> str:
    """Put the rules that few pages need beside the rare characters of this page, in one sheet of its own."""
    own = [match for match in LINK.finditer(head) if re.match(r"assets/math\.\w+\.css", match["path"])]
    css = (site / own[0]["path"]).read_text("utf-8") if own else ""
    if not rules and not css:
        return head
    css = minify(css) + rules
    name = f"assets/page.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(css, "utf-8")
    head = head.replace(own[0][0], "") if own else head
    return LINK.sub(
        lambda match: (
            f'{match[0]}<link rel="stylesheet" href="{match["way"]}{name}">' if match["path"] == shared else match[0]
        ),
        head,
    )


@event_priority(-200)
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    inline = InlineStyles()
    pages = {path: inline.replace(path, page) for path, page in pages.items()}
    theirs = {path.read_text("utf-8") for path in (site / "assets/javascripts").glob("*.js")}
    theirs.update(re.findall(r"<script[^>]*>(.*?)</script>", "".join(pages.values()), re.DOTALL))
    own = {path.read_text("utf-8") for path in site.rglob("*.js") if "javascripts" not in path.parts}
    sheets = [match["path"] for match in LINK.finditer(next(iter(pages.values())).partition("</head>")[0])]
    others = [path.read_text("utf-8") for path in site.rglob("*.css") if str(path.relative_to(site)) not in sheets]
    css = minify("".join((site / sheet).read_text("utf-8").replace('@charset "UTF-8";', "") for sheet in sheets))
    css = name_tables(css)
    css = trim(css, Used(pages.values(), theirs, own))
    css = drop_variables(css, "".join([*pages.values(), *theirs, *own, *others]))
    users = Counter(chain.from_iterable(inline.classes.values()))
    often = {name for name, count in users.items() if count * 4 >= len(pages)}
    css += inline.css(often)
    name = f"assets/style.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(css, "utf-8")
    for path, page in pages.items():
        head, end, body = page.partition("</head>")
        shared = [match["path"] for match in LINK.finditer(head)]
        if shared[: len(sheets)] != sheets:
            raise PluginError(f"{path}: loads other style sheets than its neighbours: {shared}")
        head = LINK.sub("", head, count=len(sheets) - 1)
        head = LINK.sub(rf'<link rel="stylesheet" href="\g<way>{name}">', head, count=1)
        head = add_to_own_sheet(head, inline.css(inline.classes[path] - often), name, site)
        path.write_text(head + end + body, "utf-8")
    for sheet in sheets:
        (site / sheet).unlink()
    for sheet in (site / "assets").glob("math.*.css"):
        sheet.unlink()
    for script in OWN_SCRIPTS:
        path = site / script
        path.write_text(re.sub(r"(?m)^[ \t]*(?://.*)?\n?", "", path.read_text("utf-8")), "utf-8")
