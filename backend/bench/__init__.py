"""Measurements of the whole path from request to database; `make bench`. Never a gate."""
