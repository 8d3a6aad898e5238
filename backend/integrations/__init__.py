"""Ports to the outside world: one folder a port, one file an adapter. Knows nothing of `server`."""
