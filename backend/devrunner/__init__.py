"""A job-runner for development, which simulates jobs; the example for whoever writes a real one."""
