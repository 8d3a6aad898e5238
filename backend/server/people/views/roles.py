"""`roles`: every role there is; `role-changes`: one role given to many or taken from them."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import PublicRead, SignedIn
from server.core.views import ApiView
from server.people import services
from server.people.actors import actor_of_request
from server.people.serializers import ChangedManyOut, RoleChangeIn, RolesOut, catalogue

CHANGED_MANY_EXAMPLE = {
    "changed": ["ada"],
    "skipped": [{"username": "bob", "reason": "The account is switched off."}],
}


class RolesView(ApiView):
    """Every role there is."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="listRoles",
        tags=["roles"],
        responses={200: RolesOut},
        examples=[
            OpenApiExample(
                "one role",
                response_only=True,
                value={
                    "results": [
                        {
                            "name": "OutputPublisher",
                            "title": "Output Publisher",
                            "description": "Approves that outputs are published.",
                            "permissions": ["snapshot_publish"],
                            "held_on": ["everywhere"],
                        }
                    ]
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002
        """Roles by name, with what they let one do and where they may be held."""
        return Response(RolesOut({"results": catalogue()}).data)


class RoleChangesView(ApiView):
    """One role for many people."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="changeRoleOfMany",
        tags=["roles"],
        request=RoleChangeIn,
        responses={200: ChangedManyOut},
        examples=[OpenApiExample("given", response_only=True, value=CHANGED_MANY_EXAMPLE)],
    )
    def post(self, request: Request) -> Response:
        """Give a role to people or take it from them; says who was skipped and why."""
        values = self.body(request, RoleChangeIn)
        outcome = services.change_role_of_many(
            actor=actor_of_request(request),
            usernames=values["usernames"],
            role=values["role"],
            give=values["change"] == "give",
            now=clock.now(),
        )
        return Response(ChangedManyOut(outcome).data)
