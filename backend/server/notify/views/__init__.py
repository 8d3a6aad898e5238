"""The endpoints of this app, one file a subject."""

from server.notify.views.notices import NoticesView, ReadNoticesView, UnreadNoticesView
from server.notify.views.webhooks import (
    SendAgainView,
    TestWebhookView,
    WebhookDeliveriesView,
    WebhooksView,
    WebhookView,
)

__all__ = [
    "NoticesView",
    "ReadNoticesView",
    "SendAgainView",
    "TestWebhookView",
    "UnreadNoticesView",
    "WebhookDeliveriesView",
    "WebhookView",
    "WebhooksView",
]
