"""Draw docs/assets/preview.png, the picture that a link to the book shows elsewhere: python -m tests.site.preview"""

from tests.site import browser

PICTURE = browser.ROOT / "snippets/understand/gradient/product.svg"
TARGET = browser.ROOT / "docs/assets/preview.png"
SIZE = {"width": 1200, "height": 630}
PAGE = """<!doctype html><meta charset="utf-8"><style>{css}
  body {{ margin: 0; height: 630px; display: flex; box-sizing: border-box; padding: 70px 80px; gap: 50px; align-items: center;
    background: #232e6b; color: #fff; font-family: var(--md-text-font-family); }}
  header {{ flex: 1; }}
  code {{ font: 600 52px/1.3 var(--md-code-font-family); }}
  p {{ margin: 28px 0 0; font-size: 29px; line-height: 1.6; color: #d5dbf7; }}
  figure {{ flex: 0 0 500px; margin: 0; padding: 30px; border-radius: 18px; background: #fff; color: #1d2130; }}
  figure svg {{ width: 100%; }}
</style><body data-md-color-scheme="default">
<header><code>y.backward(v)</code><p>gradient 参数就是 vᵀJ 里的 v<br>The gradient argument is the v of vᵀJ</p></header>
<figure>{picture}</figure>"""


def draw() -> None:
    """Take a screenshot of a page made for it; fonts differ between machines, so the picture is kept, not compared."""
    css = "".join((browser.ROOT / "docs/assets" / name).read_text("utf-8") for name in ("site.css", "pictures.css"))
    with browser.launch() as chromium:
        page = chromium.new_page(viewport=SIZE)
        page.set_content(PAGE.format(css=css, picture=PICTURE.read_text("utf-8")))
        page.screenshot(path=TARGET)


if __name__ == "__main__":
    draw()
