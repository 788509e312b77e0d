"""Measure the lab's script work in each frame while an arrow is dragged, from a Chromium trace.

    python -m benchmarks.lab_frames

Prints the median, the 95th percentile and the slowest frame for several cases; ends with 1 if a 95th percentile is
above the limit. The lab is loaded into a bare page.
"""

import json
import math
import sys
import tempfile
from pathlib import Path

from tests.site import browser
from tests.site.test_lab import serve_bare

LIMIT = 8.0  # ms of script work a frame, at the 95th percentile
MOVES = 300
CASES = {
    "linear map, dragging a weight": ("?f=linear&v=1,0.5,-0.5", 0),
    "linear map, dragging the product": ("?f=linear&v=1,0.5,-0.5", 3),
    "polar coordinates, dragging the product": ("?f=polar&v=1,0.5", 2),
    "polar coordinates, weighing columns": ("?f=polar&mode=jvp&u=1,0.5", 2),
    "two-layer network, dragging a weight": ("?f=network&v=1,-0.5", 0),
    "own function of 40 operations": (
        "?own=" + ";".join(f"y{i}%3D" + "%2B".join(f"sin({k}*x1)*x2" for k in range(1, 5)) for i in (1, 2, 3)),
        3,
    ),
}
WORK = {"EventDispatch", "FireAnimationFrame", "TimerFire", "FunctionCall", "RunMicrotasks"}


def drag(page, index: int) -> None:
    """Drag a handle round and round, one mouse event at a time."""
    handle = page.locator(".lab-handle").nth(index)
    handle.scroll_into_view_if_needed()
    box = page.locator(".lab-plane").bounding_box()
    grip = handle.locator(".lab-hit").bounding_box()
    page.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    for i in range(MOVES):
        turn = i / 25
        radius = box["width"] * (0.2 + 0.15 * math.sin(i / 11))
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x + radius * math.cos(turn), y + radius * math.sin(turn))
    page.mouse.up()


def frames(trace: dict) -> list[float]:
    """Milliseconds of script work from the end of one animation frame to the end of the next."""
    events = [e for e in trace["traceEvents"] if e.get("ph") == "X" and e["name"] in WORK]
    threads = {(e["pid"], e["tid"]) for e in events if e["name"] == "FireAnimationFrame"}
    events = sorted((e for e in events if (e["pid"], e["tid"]) in threads), key=lambda e: (e["ts"], -e["dur"]))
    found, work, end = [], 0.0, 0
    for event in events:
        if event["ts"] >= end:  # what is inside another is counted with it
            work += event["dur"] / 1000
            end = event["ts"] + event["dur"]
        if event["name"] == "FireAnimationFrame":
            found.append(work)
            work = 0.0
    return sorted(found)


def main() -> int:
    slow = False
    with tempfile.TemporaryDirectory() as folder, browser.launch() as chromium, serve_bare(Path(folder)) as server:
        for name, (address, index) in CASES.items():
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"{server.url}en/{address}")
            page.wait_for_selector(".lab-handle")
            chromium.start_tracing(page=page, categories=["devtools.timeline", "blink.user_timing"])
            drag(page, index)
            times = frames(json.loads(chromium.stop_tracing()))
            page.close()
            median, tail = times[len(times) // 2], times[int(len(times) * 0.95)]
            slow = slow or tail > LIMIT
            print(
                f"{name:42} {len(times):4} frames  median {median:5.2f}  95 % {tail:5.2f}  slowest {times[-1]:5.2f} ms"
            )
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
