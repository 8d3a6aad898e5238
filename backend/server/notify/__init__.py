"""Turns outbox events into messages to people."""
