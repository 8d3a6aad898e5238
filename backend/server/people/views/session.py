"""`session`: who is asking and what he may do, and seeing the service as somebody else."""

from django.conf import settings
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.permissions import Anyone, SignedInBySession
from server.core.views import ApiView
from server.people import policies, services
from server.people.actors import actor_of_request, viewer_of
from server.people.permissions import Permission
from server.people.second_factor.pending import second_step
from server.people.serializers import SessionOut, ViewAsIn
from server.people.views.users import find_user


@method_decorator(ensure_csrf_cookie, name="dispatch")
class SessionView(ApiView):
    """Who am I, and what may I do."""

    permission_classes = [Anyone]

    @extend_schema(
        operation_id="getSession",
        tags=["session"],
        responses={200: SessionOut},
        examples=[
            OpenApiExample(
                "signed in",
                response_only=True,
                value={
                    "user": {
                        "username": "ada",
                        "name": "Ada Example",
                        "email": "ada@example.org",
                        "initials": "AE",
                        "roles": ["OutputPublisher"],
                        "permissions": ["snapshot_publish"],
                        "projects": [
                            {
                                "slug": "asthma-winter",
                                "roles": ["ProjectCollaborator"],
                                "permissions": ["release_file_view"],
                            }
                        ],
                        "orgs": ["example-university"],
                        "backends": ["tpp"],
                        "is_staff": False,
                        "needs_welcome": False,
                    },
                    "viewer": None,
                    "can": {
                        "create_workspace": True,
                        "create_project": False,
                        "administer": False,
                        "see_archived": True,
                        "staff_area": False,
                    },
                    "public_read": True,
                    "sign_in": {"password": True, "github": True, "second_step": None},
                    "development": False,
                    "version": "0.1.0",
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Who is asking; always 200. Sets the cookie `csrftoken` that changes are sent with."""
        actor = actor_of_request(request)
        session = {
            "user": actor if actor.user else None,
            "viewer": viewer_of(request),
            "can": {
                "create_workspace": policies.can_create_workspaces(actor),
                "create_project": actor.holds(Permission.PROJECT_CREATE),
                "administer": actor.is_administrator,
                "see_archived": actor.has_any_role,
                "staff_area": policies.why_not_enter_staff_area(actor) is None,
            },
            "public_read": settings.PUBLIC_READ,
            "sign_in": {
                "password": settings.PASSWORD_SIGN_IN,
                "github": settings.GITHUB_SIGN_IN,
                "second_step": second_step(request._request),
            },
            "development": settings.DEBUG,
            "version": settings.VERSION,
        }
        return Response(SessionOut(session).data)


class ViewAsView(ApiView):
    """Seeing the service as somebody else."""

    permission_classes = [SignedInBySession]

    @extend_schema(
        operation_id="beginViewAs", tags=["session"], request=ViewAsIn, responses={204: None}
    )
    def post(self, request: Request) -> Response:
        """See the service as this person does, without changing anything; on record."""
        actor = actor_of_request(request)
        require(policies.why_not_manage_users(actor))
        services.begin_view(
            actor=actor,
            user=find_user(self.body(request, ViewAsIn)["username"]),
            session=request._request.session,
            now=clock.now(),
        )
        return Response(status=204)

    @extend_schema(operation_id="endViewAs", tags=["session"], responses={204: None})
    def delete(self, request: Request) -> Response:
        """See the service as oneself again; a second time changes nothing."""
        services.forget_view(
            request._request.session, viewer=actor_of_request(request).person, now=clock.now()
        )
        return Response(status=204)
