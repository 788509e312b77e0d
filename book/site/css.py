"""Make one small style sheet of all: what the theme offers and no page uses is left out, inline styles become classes.

One file, named by its content, so that a reader never has the pages of one build with the styles of another.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from rcssmin import cssmin
from selectolax.lexbor import LexborHTMLParser

from book import BookError
from book.site.edits import Document

if TYPE_CHECKING:
    from book.site.steps import Work

SHEET = re.compile(r"assets/[^\"]+\.css$")
WORD = re.compile(r"[\w-]+")
STRING = r"""(?:url\(\s*)?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|url\([^)"']*\)"""
# What the theme's script could build and these pages never ask for.
NEVER = re.compile(
    r"rtl|mermaid|md-(?:version|source|tag|status|consent|progress|banner|social|feedback|post)(?![a-z]).*"
)
# What the theme says of the tables that book/site/html.py gives a class. Of `[class] …>:first-child` a browser understands
# that whenever any class changes, everything inside has to be styled anew.
THEIR_TABLES, OUR_TABLES = "table:not([class])", "table.table"
MADE_BY_SCRIPTS = [
    "a", "article", "aside", "button", "div", "h1", "h2", "img", "input", "label", "li", "mark", "nav", "ol", "p",
    "path", "small", "span", "strong", "svg", "table", "ul",
]  # fmt: skip


class InlineStyles:
    """Turns `style="…"` into classes, which a strict policy allows, and remembers their rules."""

    def __init__(self) -> None:
        self.rules: dict[str, str] = {}

    def replace(self, tree: Any) -> set[str]:
        """Give the elements of a tree classes instead; return these."""
        classes = set()
        for node in tree.css("[style]"):
            declarations = [part.strip() for part in node.attributes["style"].split(";") if part.strip()]
            name = "s" + hashlib.sha256(";".join(declarations).encode()).hexdigest()[:6]
            self.rules[name] = "".join(f"{declaration} !important;" for declaration in declarations)
            del node.attrs["style"]
            node.attrs["class"] = f"{name} {node.attributes.get('class') or ''}".rstrip()
            classes.add(name)
        return classes

    def css(self, names: Iterable[str]) -> str:
        return "".join(f".{name}{{{self.rules[name]}}}" for name in sorted(names))


def blocks(css: str) -> Iterator[tuple[str, str | None]]:
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
        raise BookError(f"a style sheet does not end where it should: …{css[start:][-80:]}")


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
    """What a selector can match: everything in the pages, and what scripts may add to them."""

    def __init__(self, trees: Iterable[Any], theirs: set[str], own: set[str]):
        self.tags, self.classes = set(MADE_BY_SCRIPTS), {"js"}  # a script in the pages says so
        words = {word for script in theirs | own for word in WORD.findall(script)}
        self.attributes = {word for word in words if not NEVER.match(word)}
        # The theme's script knows many classes that only a page could bring; those it makes itself begin with md-.
        self.classes.update(word for word in self.attributes if word.startswith("md-"))
        for script in own:
            self.classes.update(WORD.findall(script))
        seen = set()
        for tree in trees:
            for node in tree.css("*"):
                self.tags.add(node.tag)
                seen.update(node.attributes.items())
        for name, value in seen:
            self.attributes.update((name, *WORD.findall(value or "")))
            if name in ("class", "id"):
                self.classes.update((value or "").split())

    def can_match(self, selector: str) -> bool:
        """Whether every tag, class, id and attribute of a selector occurs somewhere."""
        while selector != (outer := re.sub(r":[\w-]+\([^()]*\)", "", selector)):
            selector = outer
        attributes = WORD.findall(" ".join(re.findall(r"\[[^\]]*\]", selector)))
        selector = re.sub(r"\[[^\]]*\]|::?[\w-]+", "", selector)
        classes = re.findall(r"[.#]([\w-]+)", selector)
        tags = re.findall(r"(?:^|[\s>+~])([a-zA-Z][\w-]*)", selector.lower())
        return (
            self.attributes.issuperset(attributes) and self.classes.issuperset(classes) and self.tags.issuperset(tags)
        )


def trim(css: str, used: Used) -> str:
    """Leave out the rules that no page and no script can match."""
    kept = []
    for prelude, body in blocks(css):
        if body is None:
            kept.append(f"{prelude};")
        elif prelude.startswith(("@media", "@supports")):
            if inner := trim(body, used):
                kept.append(f"{prelude}{{{inner}}}")
        elif prelude.startswith("@"):
            kept.append(f"{prelude}{{{body}}}")
        elif met := [selector for selector in selectors(prelude) if used.can_match(selector)]:
            kept.append(f"{','.join(met)}{{{body}}}")
    return "".join(kept)


def name_tables(css: str) -> str:
    """Let the theme's rules for tables mean those with our class."""
    if THEIR_TABLES not in css:
        raise BookError("the theme no longer has rules for tables without a class: adapt book/site/css.py")
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


def sheets_of(document: Document) -> list[tuple[str, Any]]:
    """The style sheets of a page by their places below the site's folder, and the elements that ask for them."""
    found = []
    for link in document.tree.css("link[rel=stylesheet]"):
        if match := SHEET.search(link.attributes["href"]):
            found.append((match[0], link))
    return found


def make_one_sheet(work: "Work") -> None:
    """Join the sheets that all pages ask for into one, and give pages with rare rules a small one of their own."""
    folder, inline = work.site.folder, InlineStyles()
    of_formula = {number: parse(formula) for number, formula in enumerate(work.formulas)}
    classes_of_formula = {number: inline.replace(tree) for number, tree in of_formula.items()}
    classes: dict[str, set[str]] = defaultdict(set)
    for document in work.documents:
        classes[document.path] = inline.replace(document.tree).union(
            *(classes_of_formula[number] for number in document.formulas)
        )
    work.formulas = [tree.html for tree in of_formula.values()]

    shared = [place for place, _ in sheets_of(work.documents[0])]
    css = "".join(work.sheets.get(place) or (folder / place).read_text("utf-8") for place in shared)
    css = name_tables(cssmin(css.replace('@charset "UTF-8";', "")))
    theirs = {path.read_text("utf-8") for path in (folder / "assets/javascripts").glob("*.js")}
    theirs.update(script.text() for document in work.documents for script in document.tree.css("script"))
    own_scripts = {path.read_text("utf-8") for path in folder.rglob("*.js") if "javascripts" not in path.parts}
    trees = [*(document.tree for document in work.documents), *of_formula.values()]
    css = trim(css, Used(trees, theirs, own_scripts))
    others = [path.read_text("utf-8") for path in folder.rglob("*.css") if str(path.relative_to(folder)) not in shared]
    css = drop_variables(css, "".join([*(tree.html for tree in trees), *theirs, *own_scripts, *others]))

    users = Counter(chain.from_iterable(classes.values()))
    often = {name for name, count in users.items() if count * 4 >= len(work.documents)}
    name = write_sheet(work, "style", css + inline.css(often))
    for document in work.documents:
        first, *rest = sheets_of(document)[: len(shared)]
        if [place for place, _ in (first, *rest)] != shared:
            raise BookError(f"{document.path}: loads other style sheets than its neighbours")
        for _, other in rest:
            other.decompose()
        place, link = first
        way = link.attributes["href"].removesuffix(place)  # as the theme leads there: 404.html may stand anywhere
        link.attrs["href"] = way + name
        rules = cssmin(work.page_rules.get(document.path, "")) + inline.css(classes[document.path] - often)
        if rules:
            own_sheet = {"rel": "stylesheet", "href": way + write_sheet(work, "page", rules)}
            link.insert_after(document.element("link", own_sheet), move=True)
    for place in shared:
        (folder / place).unlink(missing_ok=True)


def parse(fragment: str) -> Any:
    return LexborHTMLParser(fragment, is_fragment=True)


def write_sheet(work: "Work", kind: str, css: str) -> str:
    name = f"assets/{kind}.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (work.site.folder / name).write_text(css, "utf-8")
    return name
