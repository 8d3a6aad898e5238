"""The fleet at a glance: every backend with its runner, load, rates, tokens and faults."""
