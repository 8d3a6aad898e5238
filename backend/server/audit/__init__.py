"""Append-only record of who did what to what; no foreign keys to live rows."""
