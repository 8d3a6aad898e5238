"""Who may call what: every endpoint by every kind of caller, over HTTP, against a written table.

`rows/` is the table. `roles.py` is the other one: what each role gives. Neither reads the code
that they judge. See README.md here for how to add a row.
"""
