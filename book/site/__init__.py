"""Steps over the pages of a whole site, when all are there; book/site/steps.py lists them."""
