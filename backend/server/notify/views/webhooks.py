"""`projects/SLUG/webhooks`: who is told of a project's runs."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.idempotency import answer_once
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import SignedIn
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.notify import webhooks
from server.notify.models import Webhook, WebhookDelivery, WebhookKind
from server.notify.serializers import (
    NewWebhookOut,
    WebhookDeliveryOut,
    WebhookIn,
    WebhookOut,
    WebhooksOut,
)
from server.people.actors import actor_of_request
from server.projects import policies
from server.projects.models import Project
from server.projects.views.finding import find_project

_CREATE = "createWebhook"
_EXAMPLE = {
    "id": 4,
    "name": "lab notebook",
    "kind": "signed",
    "url": "https://hooks.example.org/run",
    "created_at": "2026-03-04T12:00:00Z",
    "created_by": {"username": "ada", "name": "Ada Example"},
}
_DELIVERY = {
    "id": 31,
    "identifier": "msg_k3v7q2mzt5adhx4c",
    "event": "run.finished",
    "status": "delivered",
    "created_at": "2026-03-04T12:00:00Z",
    "tries": [{"at": "2026-03-04T12:00:01Z", "status": 204, "error": "", "text": ""}],
}


class WebhooksView(ApiView):
    """The webhooks of a project."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="listWebhooks",
        tags=["webhooks"],
        responses={200: WebhooksOut},
        examples=[
            OpenApiExample(
                "one", response_only=True, status_codes=["200"], value={"results": [_EXAMPLE]}
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        """Who is told of the project's runs, by name."""
        rows = Webhook.objects.filter(project=_project(request, slug))
        rows = rows.select_related("created_by").order_by("name")
        return Response(WebhooksOut({"results": rows}).data)

    @extend_schema(
        operation_id=_CREATE,
        tags=["webhooks"],
        parameters=[IDEMPOTENCY_KEY],
        request=WebhookIn,
        responses={201: NewWebhookOut},
        examples=[
            OpenApiExample(
                "signed",
                request_only=True,
                value={name: _EXAMPLE[name] for name in ("name", "kind", "url")},
            ),
            OpenApiExample(
                "made",
                response_only=True,
                status_codes=["201"],
                value=_EXAMPLE | {"secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"},
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Have an address told of every run of the project. What signs is in this answer alone."""
        project, values = _project(request, slug), self.body(request, WebhookIn)
        actor, now = actor_of_request(request), clock.now()
        made: list[Webhook] = []

        def create() -> Response:
            made.append(webhooks.create_webhook(actor=actor, project=project, now=now, **values))
            return Response(WebhookOut(made[0]).data, status=201)

        operation = f"{_CREATE} {project.pk}"
        response = answer_once(request, operation=operation, now=now, create=create)
        # Added to the answer after it was kept for repeats.
        is_signed = bool(made) and made[0].kind == WebhookKind.SIGNED
        response.data = response.data | {"secret": made[0].secret if is_signed else None}
        response.headers["Cache-Control"] = "no-store"
        return response


class WebhookView(ApiView):
    """One webhook."""

    permission_classes = [SignedIn]

    @extend_schema(operation_id="deleteWebhook", tags=["webhooks"], responses={204: None})
    def delete(self, request: Request, slug: str, pk: int) -> Response:
        """Tell the address nothing any more; its log goes too."""
        webhook = _webhook(request, slug, pk)
        actor = actor_of_request(request)
        webhooks.delete_webhook(actor=actor, webhook=webhook, now=clock.now())
        return Response(status=204)


class TestWebhookView(ApiView):
    """A message that means nothing."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="testWebhook",
        tags=["webhooks"],
        request=None,
        responses={202: WebhookDeliveryOut},
        examples=[
            OpenApiExample(
                "on its way",
                response_only=True,
                status_codes=["202"],
                value=_DELIVERY | {"event": "test", "status": "waiting", "tries": []},
            )
        ],
    )
    def post(self, request: Request, slug: str, pk: int) -> Response:
        """Send a test message; how that went is in the log of deliveries."""
        webhook, actor = _webhook(request, slug, pk), actor_of_request(request)
        delivery = webhooks.send_test(actor=actor, webhook=webhook, now=clock.now())
        return Response(WebhookDeliveryOut(delivery).data, status=202)


class WebhookDeliveriesView(ApiView):
    """What a webhook was sent."""

    permission_classes = [SignedIn]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listWebhookDeliveries",
        tags=["webhooks"],
        responses={200: page_of(WebhookDeliveryOut)},
        examples=[
            OpenApiExample(
                "one",
                response_only=True,
                status_codes=["200"],
                value={"results": [_DELIVERY], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request, slug: str, pk: int) -> Response:
        """Messages to a webhook and every try, newest first; kept for 30 days."""
        query, webhook = self.query(request), _webhook(request, slug, pk)
        rows = WebhookDelivery.objects.filter(webhook=webhook)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: WebhookDeliveryOut(found, many=True).data))


class SendAgainView(ApiView):
    """One message once more."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="sendWebhookAgain",
        tags=["webhooks"],
        request=None,
        responses={202: WebhookDeliveryOut},
        examples=[
            OpenApiExample(
                "on its way",
                response_only=True,
                status_codes=["202"],
                value=_DELIVERY | {"status": "waiting"},
            )
        ],
    )
    def post(self, request: Request, slug: str, pk: int, delivery: int) -> Response:
        """Send a message again, with the same id and body."""
        webhook = _webhook(request, slug, pk)
        row = webhook.deliveries.select_related("webhook__project").filter(pk=delivery).first()
        if row is None:
            raise NotFound(f"{webhook.name} has no delivery {delivery}.")
        webhooks.send_again(actor=actor_of_request(request), delivery=row, now=clock.now())
        return Response(WebhookDeliveryOut(row).data, status=202)


def _project(request: Request, slug: str) -> Project:
    project = find_project(slug)
    require(policies.why_not_manage_webhooks(actor_of_request(request), project))
    return project


def _webhook(request: Request, slug: str, pk: int) -> Webhook:
    rows = Webhook.objects.filter(project=_project(request, slug))
    rows = rows.select_related("project", "created_by")
    webhook = rows.filter(pk=pk).first()
    if webhook is None:
        raise NotFound(f"The project has no webhook {pk}.")
    return webhook
