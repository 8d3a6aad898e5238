"""osj: ask the job server for runs, and follow them, from a terminal."""

__version__ = "0.1.0"
