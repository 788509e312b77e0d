"""Read the pages, render and finish the site, compare outputs. One module, `book/mkdocs.py`, knows the site's builder."""


class BookError(Exception):
    """The book breaks a rule; the message names the file, the line where there is one, and what to do."""
