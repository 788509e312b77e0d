"""One search index for each language, in `search/` for Chinese and `en/search/` for English."""

import json
import re
from pathlib import Path

from edits import edit
from mkdocs.plugins import event_priority

INDEX = "search/search_index.json"


@event_priority(-200)
def on_post_page(output, page, config):
    """English pages look for their index, and resolve its results, one folder further down."""
    if page.file.locale != "en":
        return output
    return edit(
        output,
        "base of the search",
        r'"base":\s*"[./]+"',
        f'"base": "{english_base(page.url)}"',
    )


def english_base(url: str) -> str:
    """The way from an English page up to `en/`."""
    return "../" * (url.count("/") - 1) or "."


@event_priority(-200)  # after mkdocs-static-i18n has put the languages into one index
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    index = json.loads((site / INDEX).read_text("utf-8"))
    docs = {"zh": [], "en": []}
    for doc in index["docs"]:
        language = "en" if re.match(r"en/", doc["location"]) else "zh"
        docs[language].append(doc | {"location": doc["location"].removeprefix("en/")})
    for language, folder in (("zh", site), ("en", site / "en")):
        # Chinese pages hold English words too: error messages, names of parameters.
        settings = index["config"] | {"lang": ["en"] if language == "en" else ["zh", "en"]}
        text = json.dumps({"config": settings, "docs": docs[language]}, ensure_ascii=False, separators=(",", ":"))
        path = folder / INDEX
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        if "material/offline" in config.plugins:
            path.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")
