"""Matplotlib's back end on this site: `plt.show()` gives an SVG, with the same bytes on every machine.

In a notebook the SVG is displayed as Matplotlib writes it. In a plain process its form for the site's pages is printed.
"""

import builtins
import io

import matplotlib
from matplotlib import pyplot
from matplotlib.backends.backend_svg import FigureCanvasSVG as FigureCanvas  # noqa: F401  (pyplot looks for it)
from page_svg import SIZE, for_page

SETTINGS = {
    "figure.figsize": (425 / 72, 4),
    "figure.constrained_layout.use": True,
    "font.size": SIZE,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "page",
}


def show(*args, **kwargs):
    """Show every open figure, as pyplot asks a back end to, and close it."""
    for number in pyplot.get_fignums():
        written = svg(pyplot.figure(number))
        if in_notebook():
            from IPython.display import display

            display({"image/svg+xml": written}, raw=True)
        else:
            print(for_page(written))


def svg(figure) -> str:
    """The SVG that Matplotlib writes of a figure, which is closed."""
    written = io.StringIO()
    figure.savefig(written, format="svg", metadata={"Date": None})
    pyplot.close(figure)
    return written.getvalue()


def in_notebook() -> bool:
    """Whether IPython runs this code; that it was imported is not enough."""
    shell = getattr(builtins, "get_ipython", None)
    return shell is not None and shell() is not None


matplotlib.rcParams.update(SETTINGS)
