"""What is measured of reading: every GET of openapi.yaml, and each filter of every list.

A path that openapi.yaml gains is measured without a word here. A new filter needs an example, and a
new part of a path a word; a test fails without.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from django.test import Client

from bench.asker import make_asker
from bench.figures import UNTIMED_CALLS, Figure, measure
from server.alerts.models import SiteAlert
from server.jobs.models import Job, JobRequest
from server.notify.models import Webhook

OPENAPI = Path(__file__).resolve().parents[2] / "openapi.yaml"
_ROOT = "/api/v3/"

# They ask a host of Git, or answer with a file.
LEFT_OUT = {
    "account/export",
    "dashboards/repos/at-host",
    "orgs/{slug}/logo",
    "projects/{slug}/repos",
    "repo-choices",
    "repos/{owner}/{name}/at-host",
    "repos/{owner}/{name}/branches",
    "repos/{owner}/{name}/commits",
    "workspaces/{name}/pipeline",
}

# How a path begins, and the same with the words of `words`.
_PLACES = {
    "backends/{slug}": "backends/{backend}",
    "job-requests/{identifier}": "job-requests/{request}",
    "jobs/{identifier}": "jobs/{job}",
    "orgs/{slug}": "orgs/{org}",
    "projects/{slug}": "projects/{project}",
    "repos/{owner}/{name}": "repos/{repo}",
    "site-alerts/{id}": "site-alerts/{alert}",
    "users/{username}": "users/{person}",
    "webhooks/{id}": "webhooks/{webhook}",
    "workspaces/{name}": "workspaces/{workspace}",
}

# Each filter once, and what people combine or type. A list without a row asks less than one with
# rows, so most find some at every size; some find none, for which a list might read everything.
QUERIES: Mapping[str, tuple[str, ...]] = {
    "audit-events": (
        "person={person}",
        "person={person}&target_type=project",
        "target_type=project",
        "target_type=redirect",
        "target_type=project&target={project}",
        "target_type=job_request&target=nothing",
        "verb=project.changed",
        "verb=project.changed&verb=role.given",
        "since={day}",
        "until={day}",
    ),
    "job-requests": (
        "limit=100",
        "backend={backend}",
        "backend={backend}&status=failed",
        "status=failed",
        "status=nothing_to_do",
        "unfinished=true",
        "user={person}",
        "mine=true",
        "workspace={workspace}",
        "project={project}",
        "org={org}",
        "org=names",
        "from={day}",
        "to={day}",
        "search=action_20",
        "search={beginning}",
        "search=action_20&backend={backend}&to={day}",
        "search=action_20&status=failed",
        "search=action_20&workspace={workspace}",
    ),
    "notices": ("unread=true",),
    "orgs": ("mine=true", "search=vol"),
    "projects": (
        "archived=true",
        "may_create_workspace=true",
        "mine=true",
        "org=names",
        "search=asthma",
        "status=ongoing",
    ),
    "redirects": ("kind=project", "search=old-name-1"),
    "repos": ("has_outputs=true", "org=names", "search=vol", "sign_off=open"),
    "search": (
        "q=a",
        "q=asthma",
        "q=admissions",  # a word inside names that there are at every size
        "q=admissions+asthma",
        "q=ada+ad",
        "q=12",
        "q={beginning}",
        "q=action_20",
        "q=zzzzzz",
    ),
    "users": (
        "limit=100",
        "any_roles=true",
        "backend={backend}",
        "disabled=true",
        "missing=backend",
        "org=names",
        "role=Administrator",
        "search=ben",
    ),
    "users/{username}/events": ("verb=job_request.created",),
    "versions": (
        "topic=requests-on:{backend}",
        "topic=newest-requests",
        "topic=requests-of:{person}",
        "topic=record",
        "topic=record:redirect&topic=record:project",
        "topic=webhook:{webhook}",
    ),
    "workspaces": (
        "archived=true",
        "mine=true",
        "org=names",
        "project={project}",
        "search=volume",
    ),
    "workspaces/{name}/job-requests": (
        "backend={backend}",
        "search=action_20",
        "search=no_such_action",
        "status=failed",
        "unfinished=true",
    ),
    "workspaces/{name}/statuses": ("backend={backend}",),
}


def operations() -> dict[str, dict[str, Any]]:
    """Path below /api/v3/ → operation, of every GET of openapi.yaml that is measured."""
    paths = yaml.safe_load(OPENAPI.read_text())["paths"]
    found = {
        path.removeprefix(_ROOT): methods["get"]
        for path, methods in paths.items()
        if path.startswith(_ROOT) and "get" in methods
    }
    return {path: operation for path, operation in found.items() if path not in LEFT_OUT}


def filters(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The query parameters of an operation but those of paging."""
    asked = (each for each in operation.get("parameters", ()) if each["in"] == "query")
    return [each for each in asked if each["name"] not in ("cursor", "limit")]


def templates() -> Iterator[str]:
    """Every address, with words in braces where it depends on the rows that there are."""
    for path, operation in operations().items():
        place = path
        for begins, filled in _PLACES.items():
            place = place.replace(begins, filled)
        if not any(each.get("required") for each in filters(operation)):
            yield place
        yield from (f"{place}?{query}" for query in QUERIES.get(path, ()))


def words() -> dict[str, str | int]:
    """Word of a template → an example among the rows that there are now."""
    some = JobRequest.objects.filter(status="failed").select_related("backend").earliest("id")
    day = some.created_at + timedelta(days=1)
    return {
        "alert": SiteAlert.objects.earliest("id").pk,
        "backend": some.backend.slug,
        "beginning": some.identifier[:6],
        "day": day.isoformat().replace("+00:00", "Z"),
        "job": Job.objects.filter(job_request=some).earliest("id").identifier,
        "org": "volume",
        "person": "volume",
        "project": "volume",
        "repo": "opensafely-demo/volume",
        "request": some.identifier,
        "webhook": Webhook.objects.earliest("id").pk,
        "workspace": "volume-01",
    }


def pages(*, rows: int, times: int) -> Iterator[Figure]:
    """The figure of every address, for somebody who may read everything and owns much of it."""
    client = Client()
    client.force_login(make_asker())
    known = words()
    for template in templates():
        call = partial(client.get, _ROOT + template.format_map(known))
        yield measure(name=f"v3 GET {template}", rows=rows, calls=[call] * (times + UNTIMED_CALLS))
