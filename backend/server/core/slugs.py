"""Which names may stand in an address of this service."""

import re

SLUG = re.compile(r"[-a-z0-9_]+")

# First parts of our own addresses, and of the old service's, which lead there.
RESERVED = frozenset(
    [
        "accounts",
        "admin",
        "api",
        "app",
        "applications",
        "apply",
        "assets",
        "backends",
        "event-list",
        "event-log",
        "favicon",
        "files",
        "health-check",
        "home",
        "job-requests",
        "jobs",
        "login",
        "logout",
        "new",
        "openapi",
        "organisations",
        "orgs",
        "problems",
        "projects",
        "publish-repo",
        "releases",
        "repo",
        "repos",
        "requests",
        "robots",
        "settings",
        "sign-in",
        "sign-out",
        "staff",
        "static",
        "status",
        "styles",
        "tokens",
        "uploads",
        "users",
        "vendor",
        "workspaces",
        "_allauth",
    ]
)


def is_reserved(name: str) -> bool:
    """Whether `name` is a word of our own addresses."""
    return name.lower() in RESERVED
