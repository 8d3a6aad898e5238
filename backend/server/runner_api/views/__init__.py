"""The endpoints of /api/v2/, one file a resource. Source: runner_api 3."""
