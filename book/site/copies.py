"""Beside each page its Markdown with everything included, and an `llms.txt` that lists them."""

import re
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin

from book.markdown.formulas import CLASS
from book.pages import expand

if TYPE_CHECKING:
    from book.build import Page, Site
    from book.site.steps import Work

LINK = re.compile(r"(\]\()(?!\w+:|/|#)([^)\s#]+\.md)(#[^)\s]*)?(?=[)\s])")
PICTURE = re.compile(
    r'<(?P<tag>div|figure)[^>]*role="img"[^>]*aria-label="(?P<label>[^"]*)"[^>]*>.*?</(?P=tag)>', re.DOTALL
)
ANCHOR = re.compile(r"(?m)^(#{1,6} .*?)\s*\{[^}]*#[\w-]+[^}]*\}[ \t]*$")
FIGURE = {"zh": "图", "en": "Figure"}
LANGUAGES = {"zh": "中文", "en": "English"}
REPORT = {
    "zh": ("问题：{title}", "页面：{url}\n语言：中文\nPyTorch：{torch}\n\n我的问题，或这里的错误：\n"),
    "en": ("Question: {title}", "Page: {url}\nLanguage: English\nPyTorch: {torch}\n\nMy question, or the mistake:\n"),
}


def report_address(page: "Page", repository: str) -> str:
    """Where a reader asks about a page or reports a mistake; "" without a repository."""
    if not repository:
        return ""
    torch = version("torch").split("+")[0]  # the version that printed every output on the site
    title, body = (part.format(title=page.meta["menu"], url=page.url, torch=torch) for part in REPORT[page.locale])
    return f"{repository.rstrip('/')}/issues/new?" + urlencode({"title": title, "body": body})


def plain(text: str, page: "Page", site: "Site") -> str:
    """Markdown as a reader may take it along: links are whole, pictures are told by their description."""
    text = expand(text)
    text = PICTURE.sub(lambda match: f"[{FIGURE[page.locale]}: {match['label']}]", text)
    text = re.sub(r"</?(?:figure|figcaption)[^>]*>", "", text)
    text = ANCHOR.sub(r"\1", text)
    text = CLASS.sub("", text)  # MathJax's own: colours
    # An included file ends with an empty line: not at the end of a code block or a formula.
    text = re.sub(r"\n\s*\n([ \t]*(?:```|\$\$)[ \t]*)(?=\n\s*(?:\n|$))", r"\n\1", text)

    def whole(match: re.Match) -> str:
        target = site.pages.get((page.source.parent / match[2]).resolve())
        return f"{match[1]}{target.url if target else urljoin(page.url, match[2])}{match[3] or ''}"

    return LINK.sub(whole, text).strip() + "\n"


def write_copies(work: "Work") -> None:
    """Write the Markdown of each page, and the list of them all."""
    site = work.site
    *_, (title, description) = site.names.values()
    lines = [f"# {title}", "", f"> {description}", ""]
    for locale in site.names:
        lines += [f"## {LANGUAGES[locale]}", ""]
        for page in site.pages_of(locale):
            copy = page.beside(".md")
            (site.folder / copy).write_text(plain(page.markdown, page, site), "utf-8")
            lines.append(f"- [{page.meta['menu']}]({urljoin(site.url, copy)}): {page.meta['description']}")
        lines.append("")
    (site.folder / "llms.txt").write_text("\n".join(lines), "utf-8")
