"""How long each page keeps a slow phone busy: blocking time, paints, elements and bytes of every page of built sites.

    python -m benchmarks.blocking_time site [other-site …] [--only understand/gradient/ …]

Every page of the first site's map is opened as a phone opens it, with a processor slowed four times, in each site in turn
(a site that lacks the address is left out). Blocking time is what tasks of over 50 ms take beyond that, from the first
paint on, as Lighthouse counts it. The index says how fast the machine was: loops a millisecond, before and after.
"""

import argparse
import statistics
from pathlib import Path

from tests.site import browser

SLOWER = 4
RUNS = 3
REST = 1500  # milliseconds without a new task
COLUMNS = ("blocking", "first paint", "largest paint", "elements", "bytes")
WATCH = """
window.tasks = []; window.largest = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push([e.startTime, e.startTime + e.duration])))
  .observe({type: "longtask", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(e => largest = e.startTime))
  .observe({type: "largest-contentful-paint", buffered: true});
"""
MEASURE = """() => {
  const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const blocking = tasks.map(([start, end]) => Math.max(0, end - Math.max(start, painted) - 50));
  return [blocking.reduce((a, b) => a + b, 0), painted, largest, document.querySelectorAll("*").length];
}"""
INDEX = "() => { const end = performance.now() + 200; let n = 0; while (performance.now() < end) n++; return n / 200 }"


def measure(chromium, server: browser.Server, path: str) -> tuple[float, ...]:
    """Open a page as a first visit; return blocking time and paints (ms), elements, and bytes sent."""
    page = chromium.new_page(viewport=browser.PHONE)
    page.add_init_script(WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    server.sent.clear()
    page.goto(server.url + path)
    page.wait_for_timeout(REST)
    found = page.evaluate(MEASURE)
    page.close()
    return (*found, sum(server.sent.values()))


def index(chromium) -> float:
    """How fast the machine is now."""
    page = chromium.new_page()
    value = page.evaluate(INDEX)
    page.close()
    return value


def main(sites: list[Path], only: list[str]) -> None:
    servers = {site: browser.Server(site.resolve()) for site in sites}
    results: dict[Path, dict[str, list[float]]] = {site: {} for site in sites}
    with browser.launch() as chromium:
        before = index(chromium)
        for path in only or browser.sitemap(sites[0]):
            here = [site for site in sites if (site / path / "index.html").is_file()]
            runs = [[measure(chromium, servers[site], path) for site in here] for _ in range(RUNS)]
            for n, site in enumerate(here):
                results[site][path] = [statistics.median(column) for column in zip(*(run[n] for run in runs))]
        after = index(chromium)
    for site, pages in results.items():
        print(f"\n{site}: median of {RUNS}, slowed {SLOWER} times")
        print(f"{'':44}" + "".join(f"{name:>15}" for name in COLUMNS))
        for path, row in sorted(pages.items(), key=lambda item: -item[1][0]):
            print(f"{path or '(home)':44}" + "".join(f"{value:15,.0f}" for value in row))
        for name, of in (("worst", max), ("median", statistics.median)):
            print(f"{name:44}" + "".join(f"{of(column):15,.0f}" for column in zip(*pages.values())))
    print(f"\nindex of the machine: {before:,.0f} before, {after:,.0f} after")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sites", nargs="+", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    main(arguments.sites, arguments.only)
