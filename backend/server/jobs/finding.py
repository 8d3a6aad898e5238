"""From what a caller names to the rows that are meant; what does not exist is refused by name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from rest_framework.exceptions import NotAuthenticated, NotFound

from server.core.bulk import one_of_keys
from server.core.errors import FieldError, InputRefused
from server.core.matching import starts_with
from server.core.ranges import EachOf, Range, Ranges
from server.fleet.models import Backend
from server.jobs.errors import AmbiguousIdentifier
from server.jobs.models import Job, JobRequest
from server.jobs.querysets import SHORTEST_PREFIX, number_in
from server.jobs.statuses import ACTIVE_REQUESTS
from server.people.actors import Actor
from server.people.models import User
from server.projects.models import Org, Project, Workspace

_MOST_MATCHES = 20
_MOST_FOUND = 1000
_MOST_AT_ONCE = 100
_NEWEST = ("-created_at", "-id")
_OF_SOME = ("project", "org", "user", "mine")  # filters that leave few requests


def find_backend(slug: str) -> Backend:
    """The enabled backend of this slug.

    Raises:
        InputRefused: at `/backend`, with the slugs that there are.
    """
    found = {backend.slug: backend for backend in Backend.objects.order_by("slug")}
    if slug not in found:
        known = ", ".join(found) or "none"
        raise InputRefused(
            [FieldError("/backend", f"There is no backend {slug!r} here. Known ones: {known}.")]
        )
    return found[slug]


def find_workspace(name: str) -> Workspace:
    """The workspace of this name, which is part of the address.

    Raises:
        NotFound: there is none.
    """
    workspace = (
        Workspace.objects.select_related("project", "repo", "created_by").filter(name=name).first()
    )
    if workspace is None:
        raise NotFound(f"There is no workspace {name!r}.")
    return workspace


def find_job_request(named: str) -> JobRequest:
    """The request of this identifier, or of this number.

    Raises:
        NotFound: there is none.
    """
    rows = JobRequest.objects.whole()
    found = list(rows.filter(identifier=named))
    number = number_in(named)
    if not found and number is not None:
        found = list(rows.filter(pk=number))
    if not found:
        raise NotFound(f"There is no request {named[:100]!r}.")
    return found[0]


def find_job(identifier: str) -> Job:
    """The one job of this identifier, or else the listed one whose identifier begins with it.

    Of several of the identifier those count that their runners still report, if there are any.

    Raises:
        NotFound: there is none, or what was given is too short to look for.
        AmbiguousIdentifier: there are several.
    """
    jobs = Job.objects.select_related("job_request__workspace")
    listed_first = jobs.order_by(F("hidden_at").asc(nulls_first=True))
    named = list(listed_first.filter(identifier=identifier)[: _MOST_MATCHES + 1])
    found = [job for job in named if job.hidden_at is None] or named
    if not found and len(identifier) >= SHORTEST_PREFIX:
        begins = jobs.listed().filter(starts_with("identifier", identifier))
        found = list(begins[: _MOST_MATCHES + 1])
    if not found:
        raise NotFound(f"There is no job {identifier[:100]!r}.")
    if len(found) > 1:
        raise AmbiguousIdentifier(
            f"Several jobs have an identifier that is or begins with {identifier[:100]!r}.",
            matches=[_match(job) for job in sorted(found[:_MOST_MATCHES], key=lambda job: job.pk)],
        )
    return found[0]


def filter_requests(
    query: Mapping[str, Any], *, actor: Actor, workspace: Workspace | None = None
) -> Ranges[JobRequest]:
    """The requests that the checked query parameters of a list ask for, here of `workspace` alone.

    Raises:
        InputRefused: a backend, workspace or person that does not exist.
        NotAuthenticated: "mine" of nobody.
    """
    if name := query.get("workspace"):
        workspace = _named(Workspace, "name", name, pointer="/workspace")
    listed = _requests_of(query, actor=actor, workspace=workspace)
    backend = find_backend(query["backend"]) if query.get("backend") else None
    if backend is not None:
        listed = listed.filter(Q(backend=backend))
    if status := query.get("status"):
        listed = listed.filter(Q(status=status))
    if query.get("unfinished"):
        listed = listed.filter(Q(status__among=ACTIVE_REQUESTS))
    if start := query.get("from"):
        listed = listed.filter(Q(created_at__gte=start))
    if end := query.get("to"):
        listed = listed.filter(Q(created_at__lt=end))
    if not (text := query.get("search")):
        return listed
    if query.get("unfinished") or any(map(query.get, _OF_SOME)):
        ran = _ran_in(listed, text)
    else:
        ran = _ran(text, workspace=workspace, backend=backend, before=end)
    found = one_of_keys(ran | _keys_found_by(text, among=listed))
    return Ranges(listed.all().filter(pk__in=found))


def _requests_of(
    query: Mapping[str, Any], *, actor: Actor, workspace: Workspace | None
) -> Ranges[JobRequest]:
    """Those of which workspace, project or organisation and of whom; or everybody's."""
    whose = Q() if workspace is None else Q(workspace=workspace)
    if slug := query.get("project"):
        whose &= Q(project=_named(Project, "slug", slug, pointer="/project"))
    if username := query.get("user"):
        whose &= Q(created_by=_named(User, "username", username, pointer="/user"))
    if query.get("mine"):
        if actor.user is None:
            raise NotAuthenticated("Sign in to see your own requests.")
        whose &= Q(created_by=actor.user)
    rows = JobRequest.objects.for_list().filter(whose)
    if not (slug := query.get("org")):
        return Ranges(rows)
    org = _named(Org, "slug", slug, pointer="/org")
    projects = list(org.projects.values_list("pk", flat=True))
    if whose:
        return Ranges(rows.filter(project__in=projects))
    # Only projects have an index of their requests.
    return Ranges(rows, [EachOf("project", projects)])


def _keys_found_by(text: str, *, among: Ranges[JobRequest]) -> set[int]:
    """The requests that `text` names: the thousand newest for each thing that it may be.

    It is a number, the beginning of an identifier, or the name of a workspace, project or person.

    Each is one probe of an index; in one condition they would have the whole history read.
    """
    keys = set[int]()
    if len(text) >= SHORTEST_PREFIX:
        begins = starts_with("identifier", text.lower())
        jobs = Job.objects.listed().filter(begins)
        keys.update(jobs.values_list("job_request_id", flat=True)[:_MOST_FOUND])
        keys.update(JobRequest.objects.filter(begins).values_list("pk", flat=True)[:_MOST_FOUND])
    for about in _named_by(text):
        keys.update(Ranges(among.all(), [about]).first(_MOST_FOUND, order=_NEWEST))
    number = number_in(text)
    return keys if number is None else keys | {number}


def _ran(
    action: str,
    *,
    workspace: Workspace | None,
    backend: Backend | None,
    before: datetime | None,
) -> set[int]:
    """The newest requests in which an action of this name ran: in a place, before a time."""
    jobs = Job.objects.listed().filter(action=action)
    if before is not None:
        # Keys are given in the order of time, but for those that are asked for at once.
        earlier = JobRequest.objects.filter(created_at__lt=before).order_by(*_NEWEST)
        last = max(earlier.values_list("pk", flat=True)[:_MOST_AT_ONCE], default=0)
        jobs = jobs.filter(job_request__lte=last)
    if workspace is not None:
        # A workspace has an index of its actions on each backend.
        backends = [backend] if backend else Backend.everywhere.all()
        ranges = [EachOf("backend", [each.pk for each in backends])]
        in_workspace = Ranges(jobs.filter(workspace=workspace), ranges)
        return set(in_workspace.first(_MOST_FOUND, order=_NEWEST, column="job_request_id"))
    if backend is not None:
        jobs = jobs.filter(backend=backend)
    newest = jobs.order_by("-job_request_id").values_list("job_request_id", flat=True)
    return set(newest[:_MOST_FOUND])


def _ran_in(among: Ranges[JobRequest], action: str) -> set[int]:
    """The same of few requests: each is probed for the action, the newest first."""
    ran = Exists(Job.objects.listed().filter(action=action, job_request=OuterRef("pk")))
    return set(among.filter(Q(ran)).first(_MOST_FOUND, order=_NEWEST))


def _named_by(text: str) -> list[Range]:
    """The requests in the workspaces, and of the person, whose whole name `text` is."""
    workspaces = list(Workspace.objects.named(text).values_list("pk", flat=True))
    people = list(User.objects.named([text]).values_list("pk", flat=True))
    return [EachOf("workspace", workspaces), EachOf("created_by", people)]


def _named(model: Any, field: str, value: str, *, pointer: str) -> Any:
    found = model.objects.filter(**{field: value}).first()
    if found is None:
        noun = model._meta.verbose_name
        raise InputRefused([FieldError(pointer, f"There is no {noun} {value!r}.")])
    return found


def _match(job: Job) -> dict[str, Any]:
    return {
        "identifier": job.identifier,
        "action": job.action,
        "job_request_identifier": job.job_request.identifier,
        "job_request_number": job.job_request.number,
        "workspace": job.job_request.workspace.name,
    }
