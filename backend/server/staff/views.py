"""`user-approvals`: new people let into organisations and onto backends."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import SignedIn
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.people.serializers import ChangedManyOut
from server.staff import services
from server.staff.serializers import ApprovalIn


class UserApprovalsView(ApiView):
    """New people."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="approveUsers",
        tags=["users"],
        request=ApprovalIn,
        responses={200: ChangedManyOut},
        examples=[
            OpenApiExample(
                "approved", response_only=True, value={"changed": ["ada"], "skipped": []}
            )
        ],
    )
    def post(self, request: Request) -> Response:
        """Let people belong to organisations and backends; says who was skipped and why."""
        outcome = services.approve_users(
            actor=actor_of_request(request), **self.body(request, ApprovalIn), now=clock.now()
        )
        return Response(ChangedManyOut(outcome).data)
