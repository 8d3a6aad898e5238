"""`projects`: pieces of research."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.pagination import page_of, paginate
from server.core.permissions import PublicRead
from server.core.views import ApiView
from server.projects.models import Project
from server.projects.serializers import ProjectOut, ProjectQuery

_EXAMPLE = {
    "slug": "asthma-winter",
    "name": "Asthma in winter",
    "number": "148",
    "title": "148 - Asthma in winter",
    "description": "",
    "orgs": [{"slug": "example-university", "name": "Example University", "is_lead": True}],
    "status": "ongoing",
}


class ProjectsView(ApiView):
    """Every project."""

    permission_classes = [PublicRead]
    query_serializer = ProjectQuery

    @extend_schema(
        operation_id="listProjects",
        tags=["projects"],
        responses={200: page_of(ProjectOut)},
        examples=[
            OpenApiExample(
                "one project",
                response_only=True,
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Projects, newest first."""
        query = self.query(request)
        rows = Project.objects.for_list()
        if org := query.get("org"):
            rows = rows.of_org(org)
        if search := query.get("search"):
            rows = rows.matching(search)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: ProjectOut(found, many=True).data))


class ProjectView(ApiView):
    """One project."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getProject",
        tags=["projects"],
        responses={200: ProjectOut},
        examples=[OpenApiExample("a project", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request, slug: str) -> Response:  # noqa: ARG002
        """One project."""
        project = Project.objects.for_list().filter(slug=slug).first()
        if project is None:
            raise NotFound(f"There is no project {slug!r}.")
        return Response(ProjectOut(project).data)
