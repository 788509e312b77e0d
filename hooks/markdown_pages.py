"""Beside each page its Markdown with everything included, an `llms.txt` that lists them, and a link to report mistakes."""

import re
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlencode, urljoin

import markdown
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

MARKDOWN = markdown.Markdown()
LINK = re.compile(r"(\]\()(?!\w+:|/|#)([^)\s#]+\.md)(#[^)\s]*)?(?=[)\s])")
PICTURE = re.compile(
    r'<(?P<tag>div|figure)[^>]*role="img"[^>]*aria-label="(?P<label>[^"]*)"[^>]*>.*?</(?P=tag)>', re.DOTALL
)
ANCHOR = re.compile(r"(?m)^(#{1,6} .*?)\s*\{[^}]*#[\w-]+[^}]*\}[ \t]*$")
REPORT = {
    "zh": ("问题：{title}", "页面：{url}\n语言：中文\nPyTorch：{torch}\n\n我的问题，或这里的错误：\n"),
    "en": ("Question: {title}", "Page: {url}\nLanguage: English\nPyTorch: {torch}\n\nMy question, or the mistake:\n"),
}

pages: dict[str, tuple[Page, str]] = {}


def language(page) -> str:
    return "en" if page.file.locale == "en" else "zh"


def torch_version() -> str:
    """The version that printed every output on the site."""
    return version("torch").split("+")[0]


def expand(text: str, config) -> str:
    """Include the snippets with the site's own preprocessor and options."""
    extension = SnippetExtension()
    for name, value in config.mdx_configs.get("pymdownx.snippets", {}).items():
        extension.setConfig(name, value)
    lines = SnippetPreprocessor(extension.getConfigs(), MARKDOWN).run(text.splitlines())
    return "\n".join(lines)


def plain(text: str, page, config, files) -> str:
    """The page as a reader may take it along: links are whole, pictures are told by their description."""
    text = expand(text, config)
    word = "Figure" if language(page) == "en" else "图"
    text = PICTURE.sub(lambda match: f"[{word}: {match['label']}]", text)
    text = re.sub(r"</?(?:figure|figcaption)[^>]*>", "", text)
    text = ANCHOR.sub(r"\1", text)
    text = re.sub(r"\\class\{\w+\}", "", text)  # MathJax's own: colours
    # An included file ends with an empty line: not at the end of a code block or a formula.
    text = re.sub(r"\n\s*\n([ \t]*(?:```|\$\$)[ \t]*)(?=\n\s*(?:\n|$))", r"\n\1", text)

    def whole(match: re.Match) -> str:
        target = files.get_file_from_path(str(Path(page.file.src_uri).parent.joinpath(match[2])))
        url = target.page.canonical_url if target and target.page else urljoin(page.canonical_url, match[2])
        return f"{match[1]}{url}{match[3] or ''}"

    return LINK.sub(whole, text).strip() + "\n"


def first_paragraph(content: str) -> str:
    """A description for a page that gives none: its first sentences, as text."""
    for paragraph in re.findall(r"<p>(.*?)</p>", content, re.DOTALL):
        text = re.sub(r"<mjx-container.*?</mjx-container>", "…", paragraph, flags=re.DOTALL)
        text = " ".join(re.sub(r"<[^>]+>", "", text).split())
        if len(text) > 20:
            return text[:160]
    return ""


def on_page_markdown(text, page, config, files):
    pages[page.file.src_uri] = (page, text)
    page.markdown_url = "index.md" if config.use_directory_urls else Path(page.file.dest_uri).with_suffix(".md").name


@event_priority(-150)  # when formulas have been rendered
def on_page_content(content, page, config, files):
    page.meta.setdefault("description", first_paragraph(content) or config.site_description)


@event_priority(-150)
def on_page_context(context, page, config, nav):
    if not config.extra.get("repository"):
        return
    title, body = (
        part.format(title=page.title, url=page.canonical_url, torch=torch_version()) for part in REPORT[language(page)]
    )
    page.report_url = f"{config.extra['repository'].rstrip('/')}/issues/new?" + urlencode(
        {"title": title, "body": body}
    )


@event_priority(-100)
def on_env(env, config, files):
    """Write the Markdown of this language's pages, now that every page knows its address."""
    for page, text in pages.values():
        if page.file.locale == config.plugins["i18n"].current_language:
            path = Path(page.file.abs_dest_path).with_name(page.markdown_url)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(plain(text, page, config, files), "utf-8")


@event_priority(-200)
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    for code, title in (("zh", "中文"), ("en", "English")):
        lines += [f"## {title}", ""]
        for page, _ in pages.values():
            if language(page) == code:
                url = urljoin(page.canonical_url, page.markdown_url)
                lines.append(f"- [{page.title}]({url}): {page.meta['description']}")
        lines.append("")
    (site / "llms.txt").write_text("\n".join(lines), "utf-8")
