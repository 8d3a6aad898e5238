"""From what a person types to what is meant: a fixed number of queries, each a probe of an index.

Runs are found by number, identifier or the workspace, jobs by identifier or the whole name of their
action. Names are found by their beginning, and by words inside them in tables of few rows.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import Model, OuterRef, QuerySet, Subquery

from server.core.matching import Folded, Nearness, starts_with
from server.fleet.models import Backend
from server.jobs.models import Job, JobRequest
from server.jobs.querysets import SHORTEST_PREFIX, number_in
from server.people.actors import Actor
from server.people.models import User
from server.people.policies import why_not_manage_users
from server.projects.models import Org, Project, ProjectCollaboration, Workspace
from server.projects.policies import may_know_whether_archived, why_not_run
from server.search import hits
from server.search.hits import Group, Kind, group

MOST_HITS = 8
_MOST_KEYS = 20

Row = TypeVar("Row", bound=Model)


def search(text: str, *, actor: Actor) -> list[Group]:
    """The best hits of each kind among what the actor may see, in the order of `Kind`.

    Kinds of which nothing was found are left out.
    """
    workspaces = _workspaces(text, actor=actor)
    newest = [getattr(workspace, "newest_request_id", None) for workspace in workspaces]
    requests = _requests(text, and_also=[key for key in newest if key is not None])
    found = {
        Kind.WORKSPACES: (
            hits.workspace_hit(row, may_run=why_not_run(actor, row) is None) for row in workspaces
        ),
        Kind.JOB_REQUESTS: map(hits.request_hit, requests),
        Kind.JOBS: map(hits.job_hit, _jobs(text)),
        Kind.PROJECTS: (hits.project_hit(row, lead=row.lead or "") for row in _projects(text)),
        Kind.ORGS: map(hits.org_hit, _orgs(text)),
        Kind.USERS: map(hits.user_hit, _users(text, actor=actor)),
        Kind.BACKENDS: map(hits.backend_hit, _backends(text)),
    }
    groups = (group(kind, rows, most=MOST_HITS) for kind, rows in found.items())
    return [each for each in groups if each.hits]


def _nearest(rows: QuerySet[Row], text: str, *columns: str) -> list[Row]:
    """The rows nearest to `text`, one more than is shown."""
    order = (Nearness(text, *columns), Folded(columns[0]), "pk")
    return list(rows.order_by(*order)[: MOST_HITS + 1])


def _workspaces(text: str, *, actor: Actor) -> list[Workspace]:
    """With `newest_request_id`, the request that was asked for last in each."""
    rows = Workspace.objects.matching(text)
    if may_know_whether_archived(actor):
        rows = rows.kept(archived=False)
    # Their keys first: all that match would be joined to what is shown of a few.
    keys = [row.pk for row in _nearest(rows.only("pk"), text, "name")]
    newest = JobRequest.objects.filter(workspace=OuterRef("pk")).order_by("-created_at", "-id")
    shown = Workspace.objects.select_related("project").only(*hits.WORKSPACE_COLUMNS)
    shown = shown.annotate(newest_request_id=Subquery(newest.values("pk")[:1]))
    return sorted(shown.filter(pk__in=keys), key=lambda row: keys.index(row.pk))


def _requests(text: str, *, and_also: Iterable[int]) -> Sequence[JobRequest]:
    """Those of this number or identifier, or of one that begins so; of others the newest first."""
    named: set[int] = set()
    if len(text) >= SHORTEST_PREFIX:
        begun = JobRequest.objects.filter(starts_with("identifier", text.lower()))
        named = set(begun.values_list("pk", flat=True)[:_MOST_KEYS])
    number = number_in(text)
    if number is not None:
        named |= _numbers_beginning_with(number)
    rows = JobRequest.objects.filter(pk__in=named.union(and_also))
    rows = rows.select_related("workspace", "backend").only(*hits.REQUEST_COLUMNS)
    found = sorted(rows, key=lambda row: (row.pk != number, row.pk not in named, -row.pk))
    return found[: MOST_HITS + 1]


def _numbers_beginning_with(number: int) -> set[int]:
    """The number, and the newest ones that begin with its digits.

    Numbers are given one after the other, so they are known without a look at the rows.
    """
    newest = JobRequest.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    found = {number}
    first, last = number, number
    while 0 < first <= newest:
        found.update(range(min(last, newest), first - 1, -1)[:_MOST_KEYS])
        first, last = first * 10, last * 10 + 9
    return found


def _jobs(text: str) -> Sequence[Job]:
    """Those whose identifier begins so, and the newest of an action of exactly this name."""
    listed = Job.objects.listed()
    of_action = listed.filter(action=text).order_by("-job_request_id")
    keys = set(of_action.values_list("pk", flat=True)[: MOST_HITS + 1])
    if len(text) >= SHORTEST_PREFIX:
        begun = listed.filter(starts_with("identifier", text.lower()))
        keys.update(begun.values_list("pk", flat=True)[: MOST_HITS + 1])
    rows = Job.objects.filter(pk__in=keys)
    rows = rows.select_related("workspace", "backend").only(*hits.JOB_COLUMNS)
    return sorted(rows, key=lambda job: -job.pk)[: MOST_HITS + 1]


def _projects(text: str) -> list[Any]:
    """With `lead`, the name of the organisation that leads each."""
    leads = ProjectCollaboration.objects.filter(project=OuterRef("pk"), is_lead=True)
    rows = Project.objects.matching(text).kept(archived=False).only(*hits.PROJECT_COLUMNS)
    rows = rows.annotate(lead=Subquery(leads.values("org__name")[:1]))
    return _nearest(rows, text, "name", "slug", "number")


def _orgs(text: str) -> list[Org]:
    rows = Org.objects.matching(text).only(*hits.ORG_COLUMNS)
    return _nearest(rows, text, "name", "slug")


def _users(text: str, *, actor: Actor) -> list[User]:
    """Those who can sign in; staff find the others too, and by e-mail address."""
    for_staff = why_not_manage_users(actor) is None
    rows = User.objects.get_queryset().matching(text, email=for_staff).only(*hits.USER_COLUMNS)
    return _nearest(rows if for_staff else rows.in_use(), text, "username", "fullname")


def _backends(text: str) -> list[Backend]:
    """A handful, in any installation."""
    rows = Backend.objects.matching(text).only(*hits.BACKEND_COLUMNS)
    return _nearest(rows, text, "slug", "name")
