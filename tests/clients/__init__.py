"""Other people's programs load what this one writes.  Opt-in: ``pytest -m clients``; see ``install.sh``."""
