"""What a first visit costs: this site beside the same pages as stock Material with MathJax in the browser.

    python -m benchmarks.page_cost [page …]        # understand/gradient/ in both languages unless named

Both are built from the same Markdown and served by the same server, gzipped; both open in the same Chromium, one after
the other. Lighthouse is asked where `npx` is there, and `LIGHTHOUSE` may name its command.
"""

import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

import yaml

from book.paths import ROOT
from tests.site import browser

RUNS = 3
LIGHTHOUSE = shlex.split(os.environ.get("LIGHTHOUSE", "npx --yes lighthouse"))
KINDS = ("performance", "accessibility", "best-practices", "seo")
MATHJAX = """
window.MathJax = {
  tex: {inlineMath: [["\\\\(", "\\\\)"]], displayMath: [["\\\\[", "\\\\]"]], packages: {"[+]": ["html"]}},
  loader: {load: ["[tex]/html"]},
  options: {ignoreHtmlClass: ".*", processHtmlClass: "arithmatex"},
};
"""
# The time at which the last formula has its final size, seen frame by frame.
WATCH = """
window.shift = 0; window.formulas = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => shift += e.value)).observe({type: "layout-shift", buffered: true});
let before = "";
(function look() {
  const drawn = [...document.querySelectorAll(".arithmatex")].map(e => e.querySelector("mjx-container")?.offsetWidth ?? 0).join();
  if (drawn !== before) { before = drawn; window.formulas = performance.now(); }
  requestAnimationFrame(look);
})();
"""


def stock(folder: Path, root: Path = ROOT) -> Path:
    """The same pages and navigation, with none of this site's hooks: Material as its manual sets it up, and MathJax."""
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=Tagged)
    docs = folder / "docs"
    shutil.copytree(root / "docs", docs)
    mathjax = docs / "assets/mathjax"
    shutil.copytree(str(files("mathjax") / "static/mathjax/es5"), mathjax)
    (docs / "assets/mathjax-config.js").write_text(MATHJAX, "utf-8")
    config["docs_dir"] = str(docs)
    config["theme"].pop("custom_dir")
    config["extra_javascript"] = ["assets/mathjax-config.js", "assets/mathjax/tex-mml-chtml.js"]
    for name in ("hooks", "extra_css", "watch", "not_in_nav", "exclude_docs"):
        config.pop(name, None)
    config["plugins"]["search"] = {}
    config["validation"] = {"omitted_files": "info", "absolute_links": "info", "unrecognized_links": "info"}
    for extension in config["markdown_extensions"]:
        if "pymdownx.snippets" in extension:
            extension["pymdownx.snippets"]["base_path"] = [str(root / "snippets")]
    path = folder / "mkdocs.yml"
    path.write_text(yaml.dump(config, Dumper=Tagger, allow_unicode=True, sort_keys=False), "utf-8")
    return path


class Env(list):
    """The arguments of an `!ENV` tag, kept as they are."""


class Tagged(yaml.SafeLoader):
    """Reads mkdocs.yml without asking the environment."""


class Tagger(yaml.SafeDumper):
    """Writes what `Tagged` read."""


Tagged.add_constructor("!ENV", lambda loader, node: Env(loader.construct_sequence(node)))
Tagger.add_representer(Env, lambda dumper, value: dumper.represent_sequence("!ENV", value))


def first_visit(chromium, server, path: str, fragment: str = "") -> dict[str, float]:
    """Open a page with nothing cached, and look until it is quiet."""
    server.sent.clear()
    page = chromium.new_page(viewport=browser.PHONE)
    page.add_init_script(WATCH)
    page.goto(server.url + path + fragment)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    sent = {name: size for name, size in server.sent.items() if not name.endswith("search_index.json")}
    cost = {
        "requests": len(sent),
        "KB": sum(sent.values()) / 1000,
        "formulas_ms": page.evaluate("window.formulas"),
        "shift": page.evaluate("window.shift"),
    }
    page.close()
    return cost


def lighthouse(url: str) -> str:
    """Four scores, each the median of RUNS, and what the last run finds wanting; or why there are none."""
    if not shutil.which(LIGHTHOUSE[0]):
        return "not measured: no npx on this machine"
    try:
        reports = [lighthouse_report(url) for _ in range(RUNS)]
    except subprocess.CalledProcessError as error:
        return f"not measured: {(error.stderr.strip() or 'no message').splitlines()[-1][:100]}"
    medians = [statistics.median(report["categories"][kind]["score"] for report in reports) for kind in KINDS]
    failed = [
        name
        for name, audit in reports[-1]["audits"].items()
        if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] in ("binary", "numeric")
    ]
    return f"{' · '.join(f'{score * 100:.0f}' for score in medians)}   below 0.9: {', '.join(failed) or 'none'}"


def lighthouse_report(url: str) -> dict:
    chrome = f"--chrome-flags={' '.join(browser.FLAGS[:-1])}"
    done = subprocess.run(
        [*LIGHTHOUSE, url, "--quiet", "--output=json", f"--only-categories={','.join(KINDS)}", chrome],
        env=os.environ | {"CHROME_PATH": browser.chromium_path() or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def main(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours, theirs = browser.Server(folder / "ours"), browser.Server(folder / "theirs")
        browser.build(ours.folder, SITE_URL=ours.url)
        browser.build(theirs.folder, str(stock(folder)), strict=False, SITE_URL=theirs.url)
        with browser.launch() as chromium:
            for path in paths:
                html = (ours.folder / path / "index.html").read_text("utf-8")
                anchors = re.findall(r'<h[23] id="([^"]+)"', html)
                print(f"\n/{path}  ({html.count('<mjx-container')} formulas, median of {RUNS} first visits at 390 px)")
                print(
                    f"{'':34}{'requests':>9}{'KB':>8}{'formulas there':>16}{'shift, top':>12}{'shift, deep link':>18}"
                )
                for name, server in (("this site", ours), ("stock Material, MathJax in browser", theirs)):
                    visits = [first_visit(chromium, server, path) for _ in range(RUNS)]
                    deep = [first_visit(chromium, server, path, f"#{anchors[-1]}")["shift"] for _ in range(RUNS)]
                    cost = {key: statistics.median(visit[key] for visit in visits) for key in visits[0]}
                    print(
                        f"{name:34}{cost['requests']:9.0f}{cost['KB']:8.1f}{cost['formulas_ms']:13.0f} ms"
                        f"{cost['shift']:12.4f}{statistics.median(deep):18.4f}"
                    )
        print(f"\nLighthouse, mobile, median of {RUNS}: performance · accessibility · best practices · SEO")
        for path in paths:
            for name, server in (("this site", ours), ("stock Material, MathJax in browser", theirs)):
                print(f"/{path:14}{name:36}{lighthouse(server.url + path)}", flush=True)
        for language, index in (("Chinese", "search/search_index.json"), ("English", "en/search/search_index.json")):
            print(f"search index, {language}, only when somebody searches: {ours.size(index) / 1000:.1f} KB")


if __name__ == "__main__":
    main(sys.argv[1:] or ["understand/gradient/", "en/understand/gradient/"])
