"""osj: ask the job server for runs, and follow them, from a terminal."""
