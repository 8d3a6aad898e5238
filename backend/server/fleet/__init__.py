"""Backends, their tokens and members, and what their runners say of them."""
