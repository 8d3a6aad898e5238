"""Notices of the staff that everybody who is signed in sees on every page."""
