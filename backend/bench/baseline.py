"""What the poll is measured against: the same list, written the first way that comes to mind.

A DRF list view whose rows come from a scan of all jobs for the unfinished ones, with a query for
each request. Called without middleware or sign-in, which flatters it.
"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from server.fleet.models import Backend
from server.jobs.models import JobRequest

_UNFINISHED = ("pending", "running")


class _NaiveJobRequestOut(serializers.ModelSerializer):
    backend = serializers.CharField(source="backend.slug")
    created_by = serializers.CharField(source="created_by.username")
    project = serializers.CharField(source="workspace.project.slug")
    workspace_name = serializers.CharField(source="workspace.name")
    repo = serializers.CharField(source="workspace.repo.url")
    orgs: Any = serializers.SlugRelatedField(
        source="workspace.project.orgs", slug_field="slug", many=True, read_only=True
    )

    class Meta:
        model = JobRequest
        fields = [
            "identifier",
            "backend",
            "sha",
            "branch",
            "requested_actions",
            "cancelled_actions",
            "force_run_dependencies",
            "codelists_ok",
            "created_by",
            "created_at",
            "project",
            "orgs",
            "workspace_name",
            "repo",
        ]


class _NaiveListView(generics.ListAPIView):
    authentication_classes = ()
    permission_classes = ()
    serializer_class = _NaiveJobRequestOut

    def get_queryset(self) -> QuerySet[JobRequest]:
        requests = JobRequest.objects.for_list()
        found = requests.filter(jobs__status__in=_UNFINISHED, backend=self.kwargs["backend"])
        return found.distinct().order_by("-created_at")


class NaiveServer:
    """Answers a poll of `backend` in the naive way."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._view = _NaiveListView.as_view()
        self._requests = APIRequestFactory()

    def poll(self) -> Any:
        """The answer, rendered."""
        request: Request = self._requests.get("/naive/")
        return self._view(request, backend=self._backend.pk).render()
