"""`python -m osj` is `osj`."""

from osj.main import app

app(prog_name="osj")
