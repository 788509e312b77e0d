"""One search index for each language, in `search/` for Chinese and `en/search/` for English."""

import json
import re
from typing import TYPE_CHECKING, Any

from book.paths import LOCALES
from book.site.edits import replace_exactly

if TYPE_CHECKING:
    from book.site.steps import Work

INDEX = "search/search_index.json"
DEFAULT, *OTHERS = LOCALES  # the default language has no folder of its own


def split_index(work: "Work") -> None:
    """Divide the index that the builder wrote, and lead the pages of each language to theirs."""
    folder = work.site.folder
    index = json.loads((folder / INDEX).read_text("utf-8"))
    work.site.index |= {doc["location"]: doc for doc in index["docs"]}
    for locale in LOCALES:
        # Chinese pages hold English words too: error messages, names of parameters.
        settings = index["config"] | {"lang": [*OTHERS] if locale in OTHERS else [*LOCALES]}
        docs = [
            doc | {"location": doc["location"].removeprefix(f"{locale}/")}
            for doc in work.site.index.values()
            if language_of(doc["location"]) == locale
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


def language_of(place: str) -> str:
    match = re.match(r"(\w+)/", place)
    return match[1] if match and match[1] in OTHERS else DEFAULT
