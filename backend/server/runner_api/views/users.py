"""`GET users/NAME/`: what a member of the backend may do."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.permissions import BackendByToken
from server.runner_api import users
from server.runner_api.base import RunnerView, caller_of
from server.runner_api.schema import error_responses
from server.runner_api.serializers import MemberOut

_EXAMPLE = OpenApiExample(
    "a developer",
    response_only=True,
    status_codes=["200"],
    value={
        "permissions": {
            "global": ["backend_manage"],
            "orgs": [],
            "projects": [{"slug": "asthma-winter", "permissions": ["job_run"]}],
        },
        "roles": {
            "global": ["OutputChecker"],
            "orgs": [],
            "projects": [{"slug": "asthma-winter", "roles": ["ProjectDeveloper"]}],
        },
    },
)


class UserView(RunnerView):
    """A member of the token's own backend."""

    permission_classes = [BackendByToken]
    endpoint = "users"

    @extend_schema(
        operation_id="getBackendMember",
        tags=["runners"],
        responses={200: MemberOut, **error_responses(403, 404, 405, 406)},
        examples=[_EXAMPLE],
    )
    def get(self, request: Request, username: str) -> Response:
        """Roles and permissions, everywhere and by project; 404 for all but members."""
        user = users.find_member(backend=caller_of(request).backend, username=username)
        if user is None:
            raise NotFound
        return Response(users.holdings_of(user))
