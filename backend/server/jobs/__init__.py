"""Job requests, their jobs, and why each is where it is."""
