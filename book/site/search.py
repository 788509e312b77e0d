"""One search index for each language, in `search/` for Chinese and `en/search/` for English."""

import html
import json
import re
from typing import TYPE_CHECKING, Any

from book import glossary
from book.clinic import cases
from book.markdown.formulas import NUMBER
from book.pages import front_matter, pages
from book.paths import DOCS, LOCALES
from book.site.edits import replace_exactly
from book.versions import Versions

if TYPE_CHECKING:
    from book.site.steps import Work

INDEX = "search/search_index.json"
NOTE = re.compile(r"\s*# \(\d+\)!")
DEFAULT, *OTHERS = LOCALES  # the default language has no folder of its own


def split_index(work: "Work") -> None:
    """Divide the index that the builder wrote, and lead the pages of each language to theirs."""
    folder = work.site.folder
    index = json.loads((folder / INDEX).read_text("utf-8"))
    tex = work.site.formulas.tex()
    work.site.index |= {doc["location"]: readable(doc, tex) for doc in index["docs"]}
    words = words_by_place()
    for locale in LOCALES:
        # Chinese pages hold English words too: error messages, names of parameters.
        settings = index["config"] | {"lang": [*OTHERS] if locale in OTHERS else [*LOCALES]}
        docs = [
            doc | {"location": place, "words": words.get(place, [])}
            for doc in work.site.index.values()
            if language_of(doc["location"]) == locale
            for place in [doc["location"].removeprefix(f"{locale}/")]
        ]
        text = json.dumps({"config": settings, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
        path = folder / ("" if locale == DEFAULT else locale) / INDEX
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        if work.site.offline:
            path.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")
    for document in work.documents:
        if language_of(document.path) != DEFAULT:
            up = "../" * (document.path.count("/") - 1) or "."
            script: Any
            (script,) = document.exactly("script#__config", "base of the search")
            purpose = f"{document.path}: base of the search"
            script.inner_html = replace_exactly(script.text(), purpose, r'"base":\s*"[./]+"', f'"base": "{up}"')


def words_by_place() -> dict[str, list[str]]:
    """What readers may ask for a place by, in any language: the forms of the terms that it defines, its page's `words`,
    and what an error of the clinic says on other versions of torch.
    """
    words: dict[str, list[str]] = {}
    for term in glossary.terms().values():
        page, _, anchor = term["page"].partition("#")
        for spoken in (term[locale] for locale in LOCALES):
            asked = [*glossary.forms(spoken), *spoken.get("avoid", [])]
            words.setdefault(address(page) + (f"#{anchor}" if anchor else ""), []).extend(asked)
    for page in pages():
        asked = front_matter(page).get("search", {}).get("words", [])
        words.setdefault(address("/".join(page.relative_to(DOCS).parts[1:])), []).extend(asked)
    versions = Versions()
    for case in cases(DEFAULT):
        words.setdefault(case.address, []).extend(case.said_elsewhere(versions))
    return {place: list(dict.fromkeys(asked)) for place, asked in words.items()}


def address(page: str) -> str:
    """Where a page is, below the folder of its language."""
    return re.sub(r"(^|/)index/$", r"\1", page.removesuffix(".md") + "/")


def readable(doc: dict, tex: list[str]) -> dict:
    """A section with its formulas as TeX, and without the numbers of notes."""

    def written(text: str) -> str:
        text = NUMBER.sub(lambda match: f"<code>{html.escape(tex[int(match[1])], quote=False)}</code>", text)
        return NOTE.sub("", text)

    return doc | {key: written(doc[key]) for key in ("title", "text")}


def language_of(place: str) -> str:
    match = re.match(r"(\w+)/", place)
    return match[1] if match and match[1] in OTHERS else DEFAULT
