"""Which names may stand in an address of this service."""

import re

from django.utils.text import slugify

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
        "welcome",
        "workspaces",
        "_allauth",
    ]
)


def slug_of(name: str) -> str:
    """The slug made of a name; empty where nothing of it can stand in an address."""
    return slugify(name)[:255]


def is_reserved(name: str) -> bool:
    """Whether `name` is a word of our own addresses."""
    return name.lower() in RESERVED
