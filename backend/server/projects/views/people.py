"""`users/NAME/orgs` and `users/NAME/roles/clear`: what staff set of a person that lives here."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.etags import required_version
from server.core.permissions import SignedIn
from server.core.schema import IF_MATCH
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.people.serializers import UserDetailOut
from server.people.views import USER_DETAIL, answer_user, find_user_for_staff
from server.projects import services
from server.projects.serializers.people import UserOrgsIn


class UserOrgsView(ApiView):
    """The organisations of a person."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="setUserOrgs",
        tags=["users"],
        parameters=[IF_MATCH],
        request=UserOrgsIn,
        responses={200: UserDetailOut},
        examples=[USER_DETAIL],
    )
    def put(self, request: Request, username: str) -> Response:
        """Let a person belong to exactly these organisations."""
        actor, user = actor_of_request(request), find_user_for_staff(request, username)
        services.set_user_orgs(
            actor=actor,
            user=user,
            slugs=self.body(request, UserOrgsIn)["orgs"],
            version=required_version(request),
            now=clock.now(),
        )
        return answer_user(actor, user)


class ClearUserRolesView(ApiView):
    """Every role of a person."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="clearUserRoles",
        tags=["users"],
        request=None,
        responses={200: UserDetailOut},
        examples=[USER_DETAIL],
    )
    def post(self, request: Request, username: str) -> Response:
        """Take every role, everywhere and in each project; a second time changes nothing."""
        actor, user = actor_of_request(request), find_user_for_staff(request, username)
        services.clear_user_roles(actor=actor, user=user, now=clock.now())
        user.refresh_from_db(fields=["version"])
        return answer_user(actor, user)
