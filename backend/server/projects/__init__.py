"""Organisations, projects, repositories, workspaces."""
