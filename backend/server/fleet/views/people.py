"""`users/NAME/backends`: where a person may run, as staff set it."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.etags import required_version
from server.core.permissions import SignedIn
from server.core.schema import IF_MATCH
from server.core.views import ApiView
from server.fleet import services
from server.fleet.serializers import UserBackendsIn
from server.people.actors import actor_of_request
from server.people.serializers import UserDetailOut
from server.people.views import USER_DETAIL, answer_user, find_user_for_staff


class UserBackendsView(ApiView):
    """The backends of a person."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="setUserBackends",
        tags=["users"],
        parameters=[IF_MATCH],
        request=UserBackendsIn,
        responses={200: UserDetailOut},
        examples=[USER_DETAIL],
    )
    def put(self, request: Request, username: str) -> Response:
        """Let a person run on exactly these backends."""
        actor, user = actor_of_request(request), find_user_for_staff(request, username)
        services.set_user_backends(
            actor=actor,
            user=user,
            slugs=self.body(request, UserBackendsIn)["backends"],
            version=required_version(request),
            now=clock.now(),
        )
        return answer_user(actor, user)
