"""Render every formula with MathJax while the site is built: CHTML to look at, MathML for screen readers.

A formula that does not parse stops the build with the page, the line and the formula.
"""

import html
import json
import re
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import quickjs
from keep import Kept
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

MATHJAX = files("mathjax") / "static/mathjax/es5"
COMPONENTS = (
    "loader",
    "core",
    "adaptors/liteDOM",
    "input/tex-full",
    "output/chtml",
    "output/chtml/fonts/tex",
)
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
  return JSON.stringify([adaptor.outerHTML(item.typesetRoot), mathml.visitTree(item.root)]);
}
function css() { return JSON.stringify(adaptor.textContent(chtml.styleSheet(page))); }
1
"""
FORMULA = re.compile(r'<(?P<tag>span|div) class="arithmatex">\\[(\[](?P<tex>.*?)\\[)\]]</(?P=tag)>', re.DOTALL)
BESIDE = re.compile(r'([(（“‘]*)(<span class="arithmatex">.*?</span>)([,.;:!?)，。、；：！？）”’]*)', re.DOTALL)
SHOWN = re.compile(r"<mjx-container .*?</mjx-container>", re.DOTALL)
NUMBER = re.compile(r"<mjx-container>(\d+)</mjx-container>")
SYMBOL = re.compile(
    r'<mjx-(?P<tag>m[ino])(?: class="(?P<classes>[^"]*)")?(?P<attributes>(?: (?:size|space)="\w+")*)>'
    r'<mjx-c class="(?P<character>[^"]*)"></mjx-c></mjx-(?P=tag)>'
)
INCLUDE = re.compile(r'^[ \t]*-+8<-+[ \t]+"(?P<path>[^"]+)"', re.MULTILINE)
BUTTON = {"zh": "复制 TeX", "en": "Copy TeX"}

formulas: dict[tuple[str, bool], None] = {}  # of the site, in the order of its pages
rendered: list[tuple[str, bool]] = []  # those that MathJax met, in its order, which its style sheet follows


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


def merge_boxes(visible: str) -> str:
    """Give a symbol of one character one box, where MathJax puts one inside another: fewer boxes, sooner laid out."""

    def merge(match: re.Match) -> str:
        classes = [name for name in (match["classes"] or "").split() if name not in ("mjx-i", "mjx-n", "mjx-b")]
        return f'<mjx-c class="{" ".join([match["character"], *classes])}"{match["attributes"]}></mjx-c>'

    return SYMBOL.sub(merge, visible)


@cache
def kept() -> Kept:
    """What earlier builds made of formulas: it depends on MathJax, on what runs it and on this file."""
    scripts = [(MATHJAX / f"{component}.js").read_bytes() for component in COMPONENTS]
    return Kept("formulas", Path(__file__).read_bytes(), version("quickjs-ng").encode(), *scripts)


def render(tex: str, display: bool) -> str:
    """Return the HTML of one formula."""
    shown = kept().get(json.dumps([tex, display]), lambda: typeset(tex, display))
    formulas[tex, display] = None
    return shown


def typeset(tex: str, display: bool) -> str:
    """Let MathJax render one formula."""
    visible, mathml = json.loads(engine().eval(f"render({json.dumps(tex)}, {json.dumps(display)})"))
    visible = re.sub(r' texclass="\w+"', "", visible)  # MathJax's notes to itself: no style reads them
    visible = merge_boxes(visible)
    mathml = re.sub(r' data-mjx-[\w-]+="[^"]*"', "", re.sub(r">\s+<", "><", mathml))
    assistive = f"<mjx-assistive-mml>{mathml}</mjx-assistive-mml>"
    if not visible.endswith("</mjx-container>"):
        raise PluginError("MathJax no longer ends a formula with </mjx-container>: adapt hooks/render_math.py")
    rendered.append((tex, display))
    return visible.removesuffix("</mjx-container>") + assistive + "</mjx-container>"


def style_sheet() -> str:
    """The CSS for exactly the characters of the site's formulas: MathJax must have met them all, in their order."""
    if rendered != list(formulas):
        engine.cache_clear()
        rendered.clear()
        for tex, display in formulas:
            typeset(tex, display)
    return json.loads(engine().eval("css()"))


def line_of(tex: str, text: str) -> int | None:
    """The line on which a formula begins in a Markdown or TeX text, whatever its indentation."""
    found = re.search(r"\s+".join(map(re.escape, tex.split())), text)
    return found and text.count("\n", 0, found.start()) + 1


def locate(tex: str, page, config) -> str:
    """`file:line` of a formula: in the page, or in a file that the page includes."""
    source = Path(page.file.abs_src_path)
    name = Path(config.docs_dir).name + "/" + page.file.src_uri
    text = source.read_text("utf-8")
    if line := line_of(tex, text):
        return f"{name}:{line}"
    for include in INCLUDE.finditer(text):
        for base in config.mdx_configs.get("pymdownx.snippets", {}).get("base_path", []):
            path = Path(base, include["path"])
            if path.is_file() and (inner := line_of(tex, path.read_text("utf-8"))):
                outer = text.count("\n", 0, include.start("path")) + 1
                return f"{name}:{outer}: {path}:{inner}"
    return name


def replace_formulas(content: str, page, config) -> str:
    """Replace each formula that Arithmatex marked by what MathJax makes of it."""

    def replace(match: re.Match) -> str:
        tex, display = html.unescape(match["tex"]).strip(), match["tag"] == "div"
        try:
            shown = render(tex, display)
        except quickjs.JSException as error:
            message = str(error).splitlines()[0].removeprefix("Error: ")
            raise PluginError(f"{locate(tex, page, config)}: malformed TeX: {message}\n{tex}") from None
        box = f'<{match["tag"]} class="arithmatex" data-search-exclude="1">{shown}</{match["tag"]}>'
        if not display:
            return box
        portable = re.sub(r"\\class\{\w+\}", "", tex)  # LaTeX has no \class
        label = BUTTON["en" if page.file.locale == "en" else "zh"]
        return (
            f'<div class="formula">{box}<button type="button" class="formula__tex" data-copy data-search-exclude="1" '
            f'data-clipboard-text="{html.escape(portable)}" aria-label="{label}">TeX</button></div>'
        )

    content = FORMULA.sub(replace, BESIDE.sub(join, content))
    left = re.search(r"\$\$\s*(.*)|\$[^$<]*\\[a-zA-Z]+", re.sub(r"<(code|svg)\b.*?</\1>", "", content, flags=re.DOTALL))
    if left:
        where = locate(left[1] or left[0], page, config)
        raise PluginError(f"{where}: not read as a formula (a blank line inside it, or before an end?): {left[0]}")
    return content


def join(match: re.Match) -> str:
    """Keep marks in the formula's line: browsers break lines on both sides of a box, even before a comma."""
    return f'<span class="joined">{match[0]}</span>' if match[1] or match[3] else match[0]


def replace_in_toc(items, page, config) -> None:
    """Render the formulas that stand in headings once more, for the table of contents."""
    for item in items:
        item.title = re.sub(
            r"\\\((.*?)\\\)",
            lambda match: replace_formulas(f'<span class="arithmatex">{match[0]}</span>', page, config),
            item.title,
        )
        replace_in_toc(item.children, page, config)


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


class FormulaExtension(Extension):
    """Run `CloseFormulas` after pymdownx.snippets (priority 32) has included the files."""

    def extendMarkdown(self, md):
        md.preprocessors.register(CloseFormulas(md), "close_formulas", 31)


def on_config(config):
    if not any(isinstance(extension, FormulaExtension) for extension in config.markdown_extensions):
        config.markdown_extensions.append(FormulaExtension())


def on_page_content(content, page, config, files):
    if "title" not in page.meta and re.search(r"<h1[^>]*>(?:(?!</h1>).)*arithmatex", content, re.DOTALL):
        raise PluginError(f"{page.file.src_uri}: give the page a `title:` in plain text, for its heading has a formula")
    replace_in_toc(page.toc, page, config)
    return set_aside(replace_formulas(content, page, config), page)


def set_aside(content: str, page) -> str:
    """Leave a number where each formula stands: the search would parse all that MathJax made, to index none of it."""
    page.formulas = []

    def number(match: re.Match) -> str:
        page.formulas.append(match[0])
        return f"<mjx-container>{len(page.formulas) - 1}</mjx-container>"

    return SHOWN.sub(number, content)


@event_priority(-50)  # after the search
def on_page_context(context, page, config, nav):
    """Put the formulas back."""
    page.content = NUMBER.sub(lambda match: page.formulas[int(match[1])], page.content)


@event_priority(-200)  # after the pages of every language
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    path = Path(config.site_dir, "assets/math.css")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(kept().get(json.dumps(list(formulas)), style_sheet), "utf-8")
    kept().write()
