"""`repo-choices`, branches and commits: what the forms offer, from the git host."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import SignedIn
from server.core.views import ApiView
from server.projects import services
from server.projects.serializers import (
    BranchesOut,
    CommitsOut,
    CommitsQuery,
    RepoQuery,
    ReposOut,
    commit_info,
)

_REPO = "https://github.com/opensafely/asthma-winter"
_SHA = "5f0c1e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3e"


class RepoChoicesView(ApiView):
    """Repositories that a workspace may use."""

    permission_classes = [SignedIn]
    query_serializer = RepoQuery

    @extend_schema(
        operation_id="listRepoChoices",
        tags=["repos"],
        responses={200: ReposOut},
        examples=[
            OpenApiExample(
                "of an owner",
                response_only=True,
                value={
                    "results": [
                        {
                            "url": _REPO,
                            "owner": "opensafely",
                            "name": "asthma-winter",
                            "is_private": False,
                            "default_branch": "main",
                        }
                    ]
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Those of an owner on the git host, by name."""
        repos = services.list_repos(owner=self.query(request)["owner"], now=clock.now())
        return Response(ReposOut({"results": repos}).data)


class BranchesView(ApiView):
    """The branches of a repository."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="listBranches",
        tags=["repos"],
        responses={200: BranchesOut},
        examples=[
            OpenApiExample(
                "two branches",
                response_only=True,
                value={"results": [{"name": "main"}, {"name": "revision"}], "default": "main"},
            )
        ],
    )
    def get(self, request: Request, owner: str, name: str) -> Response:  # noqa: ARG002
        """Every branch: the default one, main and master first, then by name."""
        branches = services.list_branches(owner=owner, name=name, now=clock.now())
        return Response(BranchesOut(branches).data)


class CommitsView(ApiView):
    """The newest commits of a branch."""

    permission_classes = [SignedIn]
    query_serializer = CommitsQuery

    @extend_schema(
        operation_id="listCommits",
        tags=["repos"],
        responses={200: CommitsOut},
        examples=[
            OpenApiExample(
                "one commit",
                response_only=True,
                value={
                    "results": [
                        {
                            "sha": _SHA,
                            "url": f"{_REPO}/tree/{_SHA}",
                            "message": "Count admissions by week",
                            "author": "Ada Example",
                            "committed_at": "2026-03-04T09:30:00Z",
                        }
                    ]
                },
            )
        ],
    )
    def get(self, request: Request, owner: str, name: str) -> Response:
        """The newest commits, newest first."""
        branch = self.query(request)["branch"]
        repo, commits = services.list_commits(
            owner=owner, name=name, branch=branch, now=clock.now()
        )
        results = [commit_info(commit, repo_url=repo.url) for commit in commits]
        return Response(CommitsOut({"results": results}).data)
