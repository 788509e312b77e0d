"""Read the pages, render and finish the site, compare outputs. One module, `book/mkdocs.py`, knows the site's builder."""
