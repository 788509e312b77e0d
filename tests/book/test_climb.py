"""The core is a climb: in the order of the menu, no term and no tool comes before the page that explains it, unless a link to that page stands beside it."""

import ast
import re
from collections.abc import Iterator
from posixpath import dirname, normpath

import pytest

from book.glossary import forms, pattern, terms
from book.pages import body, examples, site_settings
from book.paths import DOCS, LOCALES, relative
from book.prose import FRONT_MATTER, prose
from tests.support import fail_with

# What snippets use, by the name after the last dot or the name of an argument, below the page that teaches it.
TAUGHT = {
    "parameters/accumulate.md": ("zero_grad",),
    "parameters/create_graph.md": ("create_graph=",),
    "parameters/func.md": ("dual_level", "jacfwd", "jacobian", "jacrev", "jvp", "vjp", "vmap"),
    "parameters/grad.md": ("grad", "is_grads_batched="),  # torch.autograd.grad; the attribute .grad is not looked at
    "parameters/gradcheck.md": ("gradcheck",),
    "parameters/inputs.md": ("inputs=",),
    "parameters/retain_graph.md": ("retain_graph=",),
    "understand/breaks.md": ("detach", "inference_mode", "no_grad", "retain_grad"),
    "understand/cost.md": ("saved_tensors_hooks",),
    "understand/count_flops.md": ("FlopCounterMode",),
    "understand/inplace.md": ("_version",),
    "uses/function.md": ("Function",),
    "uses/hooks.md": ("register_hook",),
}
TOOLS = {name: page for page, names in TAUGHT.items() for name in names}
TITLE = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")  # of a book


def menu(entries: object) -> Iterator[str]:
    """The pages of `nav`, in its order."""
    if isinstance(entries, str):
        yield entries
    for entry in entries.values() if isinstance(entries, dict) else entries if isinstance(entries, list) else ():
        yield from menu(entry)


ORDER = [*menu(site_settings()["nav"])]
CORE = [page for page in ORDER if page.startswith("understand/") and not page.endswith("index.md")]


def names(code: str) -> set[str]:
    """The names that a snippet uses of torch and of tensors, and its arguments as `name=`."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.keyword) and node.arg:
            found.add(f"{node.arg}=")
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute):
            module = ast.unparse(node.value)
            if node.attr != "grad" or module in ("torch.autograd", "torch.func"):
                found.add(node.attr)
    return found


def links(text: str, page: str) -> set[str]:
    """The pages of the book that a text of a page of the core leads to."""
    return {normpath(f"{dirname(page)}/{target}") for target in re.findall(r"\]\(([^)#\s]+\.md)", text)}


def early_terms(locale: str) -> Iterator[str]:
    """Terms that a page of the core uses before the page that defines them, and before it has linked to that page."""
    known = {form.lower(): term["page"].partition("#")[0] for term in terms().values() for form in forms(term[locale])}
    find = pattern(tuple(known))
    for page in CORE:
        linked: set[str] = set()
        for line in prose(DOCS / locale / page):
            if FRONT_MATTER.match(line.written):
                continue
            linked |= links(line.written, page)
            titles = " ".join(TITLE.findall(line.written))
            for match in find.finditer(line.text):
                home = known[" ".join(match[1].lower().split())]
                if ORDER.index(home) > ORDER.index(page) and home not in linked and match[0] not in titles:
                    yield f"{line.place}: {match[0]} is explained later, on {home}: link to it here, or say it otherwise"


def early_tools(locale: str) -> Iterator[str]:
    """Tools that a snippet of the core uses on a page before the one that teaches them, without a link to it."""
    for page in CORE:
        near = links("\n".join(body(DOCS / locale / page)), page)
        for example in examples(DOCS / locale / page):
            if not example.shows_code:
                continue
            for name in sorted(names(example.snippet.read_text("utf-8")) & TOOLS.keys()):
                home = TOOLS[name]
                if ORDER.index(home) > ORDER.index(page) and home not in near:
                    yield f"{example.place}: {relative(example.snippet)} uses {name}, which {home} teaches: link to it"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_term_before_its_page(locale):
    fail_with(early_terms(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_no_tool_before_its_page(locale):
    fail_with(early_tools(locale))


def test_a_term_and_a_tool_too_early_are_found(monkeypatch):
    """What was explained in time comes too early if its page is said to be the glossary, the last but few."""
    late = "reference/glossary.md"
    moved = {name: {**term, "page": late} for name, term in terms().items()}
    monkeypatch.setattr("tests.book.test_climb.terms", lambda: moved)
    monkeypatch.setattr("tests.book.test_climb.TOOLS", {"sum": late})
    assert [*early_terms("zh")] and [*early_tools("zh")]
