"""`repos`: those that workspaces use, with the sign-off of their code."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import AuditEvent
from server.core import clock
from server.core.pagination import page_of, paginate
from server.core.permissions import PublicRead, SignedIn
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.people.views.events import EventsView, events_schema
from server.projects import services
from server.projects.models import Repo
from server.projects.querysets import RepoQuerySet
from server.projects.serializers import (
    RepoAtHostOut,
    RepoDetailOut,
    RepoProjectsOut,
    RepoRecordOut,
    RepoRecordQuery,
    SignOffState,
)

_ADA = {"username": "ada", "name": "Ada Example"}
_PROJECT = {"slug": "asthma-winter", "name": "Asthma in winter"}
_REFUSED = {
    "allowed": False,
    "why_not": "You may not sign off this repository. Members of a project that uses it may.",
    "permission": None,
}
REPO_RECORD: dict[str, Any] = {
    "url": "https://github.com/opensafely/asthma-winter",
    "owner": "opensafely",
    "name": "asthma-winter",
    "created_at": "2026-03-04T12:00:00Z",
    "first_run_at": "2026-03-05T09:00:00Z",
    "has_github_outputs": False,
    "projects": [_PROJECT],
    "workspace_count": 1,
    "signed_off_workspace_count": 1,
    "researcher_signed_off_at": "2026-11-04T12:00:00Z",
    "researcher_signed_off_by": _ADA,
    "internal_signed_off_at": None,
    "internal_signed_off_by": None,
}
_DETAIL = REPO_RECORD | {
    "workspaces": [
        {
            "name": "asthma-winter-main",
            "project": _PROJECT,
            "branch": "main",
            "purpose": "First look at admissions",
            "is_archived": False,
            "created_by": _ADA,
            "signed_off_at": "2026-11-03T12:00:00Z",
            "signed_off_by": _ADA,
            "can": {"sign_off": _REFUSED},
        }
    ],
    "can": {"sign_off": _REFUSED, "sign_off_internally": _REFUSED},
}
_A_REPO = OpenApiExample("a repository", response_only=True, value=_DETAIL)


class ReposView(ApiView):
    """Every repository in use."""

    permission_classes = [SignedIn]
    query_serializer = RepoRecordQuery

    @extend_schema(
        operation_id="listRepos",
        tags=["repos"],
        responses={200: page_of(RepoRecordOut)},
        examples=[
            OpenApiExample(
                "one repository",
                response_only=True,
                value={"results": [REPO_RECORD], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Repositories that workspaces use, newest first. The git host is not asked."""
        query = self.query(request)
        context = {"actor": actor_of_request(request)}
        page = paginate(_asked_for(query), cursor=query.get("cursor"), limit=query["limit"])
        return Response(
            page.answer(lambda rows: RepoRecordOut(rows, many=True, context=context).data)
        )


class RepoView(ApiView):
    """One repository."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getRepo",
        tags=["repos"],
        responses={200: RepoDetailOut},
        examples=[_A_REPO],
    )
    def get(self, request: Request, owner: str, name: str) -> Response:
        """A repository that workspaces use. The git host is not asked."""
        return _answer(request, _repo(owner, name))


class RepoEventsView(EventsView):
    """The history of a repository."""

    permission_classes = [PublicRead]
    public_verbs = frozenset({"repo.signed_off", "repo.signed_off_internally", "repo.changed"})
    public_fields = frozenset({"has_github_outputs"})

    @events_schema("listRepoEvents", tag="repos")
    def get(self, request: Request, owner: str, name: str) -> Response:
        """What happened to a repository, newest first."""
        rows = AuditEvent.objects.of_target("repo", _repo(owner, name).pk)
        return self.page_of_events(request, rows)


class RepoSignOffView(ApiView):
    """Signing off for the researchers."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="signOffRepo",
        tags=["repos"],
        request=None,
        responses={200: RepoDetailOut},
        examples=[_A_REPO],
    )
    def post(self, request: Request, owner: str, name: str) -> Response:
        """Say that the code may be made public, after all its workspaces were signed off."""
        services.sign_off_repo(
            actor=actor_of_request(request), repo=_repo(owner, name), now=clock.now()
        )
        return _answer(request, _repo(owner, name))


class RepoInternalSignOffView(ApiView):
    """Signing off for the staff."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="signOffRepoInternally",
        tags=["repos"],
        request=None,
        responses={200: RepoDetailOut},
        examples=[_A_REPO],
    )
    def post(self, request: Request, owner: str, name: str) -> Response:
        """Say for the staff that the code may be made public, after a researcher did."""
        services.sign_off_repo_internally(
            actor=actor_of_request(request), repo=_repo(owner, name), now=clock.now()
        )
        return _answer(request, _repo(owner, name))


class RepoAtHostView(ApiView):
    """A repository as its host has it."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="getRepoAtHost",
        tags=["repos"],
        responses={200: RepoAtHostOut},
        examples=[
            OpenApiExample(
                "renamed",
                response_only=True,
                value={
                    "is_private": True,
                    "default_branch": "main",
                    "moved_to": {
                        "url": "https://github.com/opensafely/asthma-in-winter",
                        "owner": "opensafely",
                        "name": "asthma-in-winter",
                    },
                },
            )
        ],
    )
    def get(self, request: Request, owner: str, name: str) -> Response:  # noqa: ARG002
        """What the git host says now: private or not, and where it is if it was renamed."""
        info = services.repo_at_host(owner=owner, name=name, now=clock.now())
        return Response(RepoAtHostOut(info).data)


class RepoProjectsView(ApiView):
    """Where a repository is used."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="listProjectsOfRepo",
        tags=["repos"],
        responses={200: RepoProjectsOut},
        examples=[OpenApiExample("one", response_only=True, value={"results": [_PROJECT]})],
    )
    def get(self, request: Request, owner: str, name: str) -> Response:  # noqa: ARG002
        """The projects that use it; none for an unknown one of an organisation of ours."""
        projects = services.projects_using(owner=owner, name=name)
        if projects is None:
            raise _unknown(owner, name)
        return Response(RepoProjectsOut({"results": projects}).data)


_BY_SIGN_OFF = {
    SignOffState.OPEN: RepoQuerySet.signed_off_by_nobody,
    SignOffState.WAITING: RepoQuerySet.waiting_for_staff,
    SignOffState.DONE: RepoQuerySet.signed_off,
}


def _asked_for(query: dict[str, Any]) -> RepoQuerySet:
    rows = Repo.objects.for_list()
    if search := query.get("search"):
        rows = rows.matching(search)
    if org := query.get("org"):
        rows = rows.of_org(org)
    if query["has_outputs"] is not None:
        rows = rows.filter(has_github_outputs=query["has_outputs"])
    if state := query.get("sign_off"):
        rows = _BY_SIGN_OFF[SignOffState(state)](rows)
    return rows


def _repo(owner: str, name: str) -> Repo:
    repo = Repo.objects.whole().named(owner, name).first()
    if repo is None:
        raise _unknown(owner, name)
    return repo


def _unknown(owner: str, name: str) -> NotFound:
    return NotFound(f"No workspace uses a repository {owner[:100]}/{name[:100]}.")


def _answer(request: Request, repo: Repo) -> Response:
    context = {"actor": actor_of_request(request)}
    return Response(RepoDetailOut(repo, context=context).data)
