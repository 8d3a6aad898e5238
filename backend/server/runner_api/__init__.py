"""The frozen /api/v2/ that job-runners speak; it owns no tables."""
