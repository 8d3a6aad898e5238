"""Work to do after commit: table, claim, retry, and the worker."""
