"""pytest asks plugins that are named here, at the root, about every file; those in tests/ it would ask only about tests/."""

pytest_plugins = ["tests.plugin.doctests"]
