"""Render every formula with MathJax while pages are made of Markdown: CHTML to look at, MathML for screen readers.

A formula that does not parse stops the build with the page, the line and the formula. In the page stands its number,
until the page is whole: what comes between (the search, other steps) need not read all that MathJax made.
"""

import html
import json
import re
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

import quickjs
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from book import BookError
from book.cache import BuildCache
from book.pages import included
from book.paths import relative

if TYPE_CHECKING:
    from book.build import Page

MATHJAX = files("mathjax") / "static/mathjax/es5"
COMPONENTS = ("loader", "core", "adaptors/liteDOM", "input/tex-full", "output/chtml", "output/chtml/fonts/tex")
BROWSER = (
    "var window = globalThis, self = globalThis, global = globalThis; globalThis.MathJax = {loader: {load: []}}; 1"
)
# `\class{v}{…}` (package html) gives symbols the colours that the pictures use.
ENGINE = """
const {adaptors, handlers, output, input, mathjax, core} = MathJax._;
const adaptor = adaptors.liteAdaptor.liteAdaptor();
handlers.html_ts.RegisterHTMLHandler(adaptor);
const tex = new input.tex_ts.TeX({
  packages: ["base", "ams", "newcommand", "boldsymbol", "html"],
  formatError(_, error) { throw Error(error.message); },
});
const chtml = new output.chtml_ts.CHTML({font: new output.chtml.fonts.tex_ts.TeXFont({fontURL: "."})});
const page = mathjax.mathjax.document("", {InputJax: tex, OutputJax: chtml});
const mathml = new core.MmlTree.SerializedMmlVisitor.SerializedMmlVisitor();
// JSON, because some strings of QuickJS do not survive the way to Python.
function render(formula, display) {
  const item = new page.options.MathItem(formula, tex, display);
  item.start.node = adaptor.body(page.document);  // where MathJax would measure text
  item.setMetrics(16, 8, 1280, 100000, 1);
  item.convert(page);
  adaptor.setAttribute(adaptor.firstChild(item.typesetRoot), "aria-hidden", "true");
  if (display) {  // its width in em, so that a narrow screen can choose a size at which it fits; spaces may be wider
    chtml.nodeMap = new Map();
    const width = chtml.factory.wrap(item.root).getOuterBBox().w;
    adaptor.setAttribute(item.typesetRoot, "style", `--em: ${Math.ceil(1.15 * width)}`);
  }
  return JSON.stringify([adaptor.outerHTML(item.typesetRoot), mathml.visitTree(item.root)]);
}
function css() { return JSON.stringify(adaptor.textContent(chtml.styleSheet(page))); }
1
"""
DELIMITED = re.compile(r"\\[(\[](.*?)\\[)\]]", re.DOTALL)  # as Arithmatex writes it
NUMBER = re.compile("\ue000(\\d+)\ue001")  # also in the index of the search, which knows no elements of formulas
PLACE = re.compile(f"<mjx-container>{NUMBER.pattern}</mjx-container>")
SYMBOL = re.compile(
    r'<mjx-(?P<tag>m[ino])(?: class="(?P<classes>[^"]*)")?(?P<attributes>(?: (?:size|space)="\w+")*)>'
    r'<mjx-c class="(?P<character>[^"]*)"></mjx-c></mjx-(?P=tag)>'
)
LEFT = re.compile(r"\$\$\s*(.*)|\$[^$<]*\\[a-zA-Z]+")  # what was to be a formula, and is text
CODE = re.compile(r"<(code|pre|svg)\b.*?</\1>|<mjx-container.*?>", re.DOTALL)
OPENING, CLOSING = re.compile(r"[(（“‘]+$"), re.compile(r"^[,.;:!?)，。、；：！？）”’]+")
CLASS = re.compile(r"\\class\{\w+\}")
BUTTON = {"zh": "复制 TeX", "en": "Copy TeX"}


@cache
def engine() -> quickjs.Context:
    """MathJax, loaded once for all pages of all languages."""
    context = quickjs.Context()
    context.set_max_stack_size(8 << 20)
    context.eval(BROWSER)
    for component in COMPONENTS:
        context.eval((MATHJAX / f"{component}.js").read_text("utf-8"))
    context.eval(ENGINE)
    return context


@cache
def scripts() -> list[bytes]:
    return [(MATHJAX / f"{component}.js").read_bytes() for component in COMPONENTS]


def merge_boxes(visible: str) -> str:
    """Give a symbol of one character one box, where MathJax puts one inside another: fewer boxes, sooner laid out."""

    def merge(match: re.Match) -> str:
        classes = [name for name in (match["classes"] or "").split() if name not in ("mjx-i", "mjx-n", "mjx-b")]
        return f'<mjx-c class="{" ".join([match["character"], *classes])}"{match["attributes"]}></mjx-c>'

    return SYMBOL.sub(merge, visible)


class Formulas:
    """The formulas of a site, each one rendered once, in the order in which its pages first show them."""

    def __init__(self) -> None:
        self.cache = BuildCache("formulas", Path(__file__).read_bytes(), version("quickjs-ng").encode(), *scripts())
        self.numbers: dict[tuple[str, bool], int] = {}
        self.html: list[str] = []  # by their numbers
        self.typeset: list[tuple[str, bool]] = []  # those that MathJax met, in its order, which its style sheet follows

    def place(self, tex: str, display: bool) -> str:
        """What stands for a formula in a page that is not whole. Raises quickjs.JSException if it does not parse."""
        key = (tex, display)
        if key not in self.numbers:
            self.html.append(self.cache.get(json.dumps(key), lambda: self.render(tex, display)))
            self.numbers[key] = len(self.numbers)
        return f"<mjx-container>\ue000{self.numbers[key]}\ue001</mjx-container>"

    def tex(self) -> list[str]:
        """The formulas as LaTeX has them, which knows no \\class, by their numbers."""
        return [CLASS.sub("", tex) for tex, _ in self.numbers]

    def render(self, tex: str, display: bool) -> str:
        """Let MathJax render one formula."""
        visible, mathml = json.loads(engine().eval(f"render({json.dumps(tex)}, {json.dumps(display)})"))
        visible = re.sub(r' texclass="\w+"', "", visible)  # MathJax's notes to itself: no style reads them
        visible = merge_boxes(visible)
        mathml = re.sub(r' data-mjx-[\w-]+="[^"]*"', "", re.sub(r">\s+<", "><", mathml))
        if not visible.endswith("</mjx-container>"):
            raise BookError("MathJax no longer ends a formula with </mjx-container>: adapt book/markdown/formulas.py")
        self.typeset.append((tex, display))
        return (
            f"{visible.removesuffix('</mjx-container>')}<mjx-assistive-mml>{mathml}</mjx-assistive-mml></mjx-container>"
        )

    def style_sheet(self) -> str:
        """The CSS for exactly the characters of these formulas: MathJax must have met them all, in their order."""
        css = self.cache.get(json.dumps(list(self.numbers)), self.render_style_sheet)
        self.cache.write()
        return css

    def render_style_sheet(self) -> str:
        if self.typeset != list(self.numbers):
            engine.cache_clear()
            self.typeset.clear()
            for tex, display in self.numbers:
                self.render(tex, display)
        return json.loads(engine().eval("css()"))


class CloseFormulas(Preprocessor):
    """Drop the blank line that an included file leaves inside `$$` … `$$`: it would end the formula there."""

    def run(self, lines: list[str]) -> list[str]:
        kept, fence, formula = [], "", False
        for line in lines:
            mark = re.match(r"[ \t>]*(`{3,}|~{3,})", line)
            if mark and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1]
            elif not fence and line.strip() == "$$":
                formula = not formula
            if line.strip() or not formula:
                kept.append(line)
        return kept


class RenderFormulas(Treeprocessor):
    """Put the number of its rendered formula into each element that Arithmatex made, and the button that copies its TeX."""

    def __init__(self, md: Markdown, page: "Page", formulas: Formulas):
        super().__init__(md)
        self.page, self.formulas = page, formulas

    def run(self, root: Element) -> None:
        self.replace_in(root)
        for token in getattr(self.md, "toc_tokens", []):
            self.replace_in_toc(token)
        for block in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(block, str):
                self.check(CODE.sub("", block))

    def replace_in(self, parent: Element) -> None:
        """Replace the formulas in an element; not those in code, which are none."""
        for child in list(parent):
            if child.get("class") == "arithmatex":
                self.replace(parent, child)
            elif child.tag != "code":
                self.replace_in(child)
                self.check(child.text)
            self.check(child.tail)

    def replace(self, parent: Element, element: Element) -> None:
        tex = self.tex_of(element.text or "")
        display = element.tag == "div"
        element.text = self.md.htmlStash.store(self.place(tex, display))
        if display:
            self.add_button(parent, element, tex)
        else:
            join(parent, element)

    def tex_of(self, written: str) -> str:
        match = DELIMITED.fullmatch(written)
        if not match:
            raise BookError(f"{self.page.name}: Arithmatex writes formulas differently now: {written}")
        return html.unescape(match[1]).strip()

    def place(self, tex: str, display: bool) -> str:
        try:
            return self.formulas.place(tex, display)
        except quickjs.JSException as error:
            message = str(error).splitlines()[0].removeprefix("Error: ")
            raise BookError(f"{locate(tex, self.page.source)}: malformed TeX: {message}\n{tex}") from None

    def add_button(self, parent: Element, element: Element, tex: str) -> None:
        box = Element("div", {"class": "formula"})
        box.tail, element.tail = element.tail, None
        parent[list(parent).index(element)] = box
        box.append(element)
        button = {
            "type": "button",
            "class": "formula__tex",
            "data-copy": "1",
            "data-search-exclude": "1",
            "data-tex": CLASS.sub("", tex),
            "aria-label": BUTTON[self.page.locale],
        }
        SubElement(box, "button", button).text = "TeX"

    def replace_in_toc(self, token: dict) -> None:
        """Render the formulas that stand in headings once more, for the table of contents."""
        if token["level"] == 1 and "title" not in self.page.meta and DELIMITED.search(token["name"]):
            raise BookError(f"{self.page.name}: give the page a `title:` in plain text, for its heading has a formula")
        token["name"] = DELIMITED.sub(
            lambda match: (
                f'<span class="arithmatex" data-search-exclude="1">{self.place(self.tex_of(html.unescape(match[0])), False)}</span>'
            ),
            token["name"],
        )
        for child in token["children"]:
            self.replace_in_toc(child)

    def check(self, text: str | None) -> None:
        if left := LEFT.search(text or ""):
            where = locate(left[1] or left[0], self.page.source)
            raise BookError(f"{where}: not read as a formula (a blank line inside it, or before an end?): {left[0]}")


def join(parent: Element, element: Element) -> None:
    """Keep marks in the formula's line: browsers break lines on both sides of a box, even before a comma."""
    index = list(parent).index(element)
    before = (parent[index - 1].tail if index else parent.text) or ""
    opening, closing = OPENING.search(before), CLOSING.search(element.tail or "")
    if not opening and not closing:
        return
    joined = Element("span", {"class": "joined"})
    if opening:
        before, joined.text = before[: opening.start()], opening[0]
        if index:
            parent[index - 1].tail = before
        else:
            parent.text = before
    parent[index] = joined
    joined.append(element)
    if closing:
        joined.tail, element.tail = (element.tail or "")[closing.end() :], closing[0]
    else:
        joined.tail, element.tail = element.tail, None


def line_of(tex: str, text: str) -> int | None:
    """The line on which a formula begins in a Markdown or TeX text, whatever its indentation."""
    found = re.search(r"\s+".join(map(re.escape, tex.split())), text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def locate(tex: str, source: Path) -> str:
    """`file:line` of a formula: in the page, or in a file that the page includes."""
    text = source.read_text("utf-8")
    if line := line_of(tex, text):
        return f"{relative(source)}:{line}"
    for number, line_of_page in enumerate(text.splitlines(), 1):
        file = included(line_of_page)
        if file and file.is_file() and (inner := line_of(tex, file.read_text("utf-8"))):
            return f"{relative(source)}:{number}: {relative(file)}:{inner}"
    return relative(source)
