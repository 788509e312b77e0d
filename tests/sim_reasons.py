"""The snippets that the simulated device cannot run, and why. They are skipped on that leg, one by one, with this reason."""

CANNOT: dict[str, str] = {}
