"""`dashboards/…`: tables of projects and repositories for staff."""

from datetime import timedelta
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from server.core import clock
from server.core.errors import require
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import SignedIn
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.people.policies import why_not_enter_staff_area
from server.projects.models import Repo
from server.projects.querysets import ProjectQuerySet, RepoQuerySet
from server.projects.serializers import RepoRecordOut
from server.projects.services import ask_about
from server.projects.views.repo_records import REPO_RECORD
from server.staff.dashboards import facts
from server.staff.dashboards.serializers import (
    ProjectFiguresOut,
    ReposAtHostOut,
    ReposAtHostQuery,
)

# Eleven months: then the code is to be made public within the next.
_LONG_AGO = timedelta(days=335)
_NON_RESEARCH = "non-research"
_PROJECT = {
    "slug": "asthma-winter",
    "name": "Asthma in winter",
    "number": "148",
    "title": "148 - Asthma in winter",
    "orgs": [{"slug": "example-university", "name": "Example University", "is_lead": True}],
    "status": "ongoing",
    "category": "approved",
    "is_archived": False,
    "copilot": {"username": "petra", "name": "Petra Example"},
    "copilot_support_ends_at": "2026-12-01T00:00:00Z",
    "created_at": "2026-03-04T12:00:00Z",
    "members": 4,
    "workspaces": 2,
    "runs": {"value": 1000, "capped": True},
    "first_run_at": "2026-03-05T09:00:00Z",
    "last_run_at": "2026-11-05T09:00:00Z",
    "files_released": 0,
}
_PROJECTS = OpenApiExample(
    "one project",
    response_only=True,
    value={"results": [_PROJECT], "next": None, "previous": None},
)
_REPOS = OpenApiExample(
    "one repository",
    response_only=True,
    value={"results": [REPO_RECORD], "next": None, "previous": None},
)


class _Dashboard(ApiView):
    """The base of the tables."""

    permission_classes = [SignedIn]
    query_serializer: type[Serializer] | None = PageQuery

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Closed to all but staff."""
        super().initial(request, *args, **kwargs)
        require(why_not_enter_staff_area(actor_of_request(request)))

    def page_of_projects(self, request: Request, rows: ProjectQuerySet) -> Response:
        """Projects with their figures, newest first; three queries."""
        query = self.query(request)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        context = {"figures": facts.figures_of(page.rows)}
        return Response(
            page.answer(lambda found: ProjectFiguresOut(found, many=True, context=context).data)
        )

    def page_of_repos(self, request: Request, rows: RepoQuerySet) -> Response:
        """Repositories, newest first; two queries."""
        query, context = self.query(request), {"actor": actor_of_request(request)}
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(
            page.answer(lambda found: RepoRecordOut(found, many=True, context=context).data)
        )


class CopilotingView(_Dashboard):
    """What co-pilots support."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="showCopiloting",
        tags=["dashboards"],
        responses={200: page_of(ProjectFiguresOut)},
        examples=[_PROJECTS],
    )
    def get(self, request: Request) -> Response:
        """Projects in figures, with who supports each until when; the service's own left out."""
        return self.page_of_projects(request, facts.copiloted())


class ProjectsInFiguresView(_Dashboard):
    """Every project in figures."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="showProjectsInFigures",
        tags=["dashboards"],
        responses={200: page_of(ProjectFiguresOut)},
        examples=[_PROJECTS],
    )
    def get(self, request: Request) -> Response:
        """Every project in figures, newest first."""
        return self.page_of_projects(request, facts.projects())


class LongRunningReposView(_Dashboard):
    """Repositories that are due to be made public."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="showLongRunningRepos",
        tags=["dashboards"],
        responses={200: page_of(RepoRecordOut)},
        examples=[_REPOS],
    )
    def get(self, request: Request) -> Response:
        """Repositories whose first run was asked for more than eleven months ago.

        Which of them are private, and are research, the git host knows: see
        `dashboards/repos/at-host`.
        """
        return self.page_of_repos(
            request, facts.repos_running_since_before(clock.now() - _LONG_AGO)
        )


class ReposOfSeveralProjectsView(_Dashboard):
    """Repositories that projects share."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="showReposOfSeveralProjects",
        tags=["dashboards"],
        responses={200: page_of(RepoRecordOut)},
        examples=[_REPOS],
    )
    def get(self, request: Request) -> Response:
        """Repositories that two projects or more use."""
        return self.page_of_repos(request, facts.repos_of_several_projects())


class ReposAtHostView(_Dashboard):
    """What the git host says of the repositories in a table."""

    permission_classes = [SignedIn]
    query_serializer = ReposAtHostQuery

    @extend_schema(
        operation_id="showReposAtHost",
        tags=["dashboards"],
        responses={200: ReposAtHostOut},
        examples=[
            OpenApiExample(
                "private",
                response_only=True,
                value={
                    "results": [
                        {
                            "url": "https://github.com/opensafely/asthma-winter",
                            "owner": "opensafely",
                            "name": "asthma-winter",
                            "is_private": True,
                            "is_non_research": False,
                        }
                    ]
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Which repositories in use are private and which are no research, all asked at once.

        What the host does not tell in time is null; what no workspace uses is left out.
        """
        wanted = [tuple(each.split("/")) for each in self.query(request)["repo"]]
        known = Repo.objects.filter(
            owner__in=[owner for owner, _ in wanted], name__in=[name for _, name in wanted]
        )
        rows = {(repo.owner, repo.name): repo for repo in known}
        asked = [rows[each] for each in dict.fromkeys(wanted) if each in rows]
        told = ask_about((repo.owner, repo.name) for repo in asked)
        return Response(
            ReposAtHostOut(
                {"results": [_mark(repo, told.get((repo.owner, repo.name))) for repo in asked]}
            ).data
        )


def _mark(repo: Repo, info: Any) -> dict[str, Any]:
    return {
        "url": repo.url,
        "owner": repo.owner,
        "name": repo.name,
        "is_private": info and info.is_private,
        "is_non_research": info and _NON_RESEARCH in info.topics,
    }
