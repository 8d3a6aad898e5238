"""Webhooks of projects: made and removed, told of runs, and how each message is carried.

Signed as Standard Webhooks says: `webhook-id`, `webhook-timestamp`, and `webhook-signature`, the
HMAC-SHA256 of `ID.TIMESTAMP.BODY`. Source: https://www.standardwebhooks.com
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import structlog
from django.db import transaction
from django.db.models import F

from integrations.webhooks import AddressRefused, NoAnswer, get_sender
from server.audit.services import record
from server.core.errors import FieldError, InputRefused, require
from server.core.ids import new_identifier
from server.core.rows import insert
from server.core.sweeps import Retention
from server.notify.models import DeliveryStatus, Webhook, WebhookDelivery, WebhookKind
from server.outbox.registry import Patience
from server.outbox.services import Event, publish
from server.people.actors import Actor
from server.projects import policies
from server.projects.models import Project

DELIVERY_DUE = "webhook_delivery.due"
# Six hours of growing pauses, then every six hours: some two and a half days.
PATIENCE = Patience(attempts=20, longest_wait_s=6 * 3600)
KEPT_FOR = timedelta(days=30)
MOST_A_PROJECT = 20
_MOST_TRIES_KEPT = 25
_NEXT_VERSION = F("version") + 1
_SECRET_BYTES = 24
_SECRET_PREFIX = "whsec_"  # noqa: S105 - how secrets of this standard begin

logger = structlog.get_logger(__name__)


class DeliveryFailed(Exception):
    """A try that did not succeed, so the outbox tries again."""


@transaction.atomic
def create_webhook(
    *, actor: Actor, project: Project, name: str, kind: WebhookKind, url: str, now: datetime
) -> Webhook:
    """An address that is told of every run of `project` from now on.

    Raises:
        PermissionRefused: `actor` does not manage the project.
        InputRefused: the name is taken, the address has the wrong form, or there are too many.
    """
    require(policies.why_not_manage_webhooks(actor, project))
    if Webhook.objects.filter(project=project).count() >= MOST_A_PROJECT:
        detail = f"A project has {MOST_A_PROJECT} webhooks at most. Remove one first."
        raise InputRefused([FieldError("", detail)])
    webhook = Webhook(
        project=project,
        name=name,
        kind=kind,
        url=url,
        secret=_SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode(),
        created_at=now,
        created_by=actor.person,
    )
    insert(webhook, typed=["project", "name", "kind", "url"])
    _record(webhook, actor=actor, verb="webhook.created", now=now)
    return webhook


@transaction.atomic
def delete_webhook(*, actor: Actor, webhook: Webhook, now: datetime) -> None:
    """Tell the address nothing any more; its log goes too.

    Raises:
        PermissionRefused: `actor` does not manage the project.
    """
    require(policies.why_not_manage_webhooks(actor, webhook.project))
    _record(webhook, actor=actor, verb="webhook.deleted", now=now)
    webhook.delete()


@transaction.atomic
def send_test(*, actor: Actor, webhook: Webhook, now: datetime) -> WebhookDelivery:
    """A message that means nothing, carried as any other.

    Raises:
        PermissionRefused: `actor` does not manage the project.
    """
    require(policies.why_not_manage_webhooks(actor, webhook.project))
    _record(webhook, actor=actor, verb="webhook.tested", now=now)
    text = f"This is a test from the job server, for {webhook.project.name}."
    key = f"test:{new_identifier()}"
    data = {"project": webhook.project.slug, "message": text}
    return _enqueue(webhook, event="test", data=data, text=text, key=key, now=now)


@transaction.atomic
def send_again(*, actor: Actor, delivery: WebhookDelivery, now: datetime) -> None:
    """Carry a message once more, as the same one: the receiver knows it by its id.

    Raises:
        PermissionRefused: `actor` does not manage the project.
    """
    require(policies.why_not_manage_webhooks(actor, delivery.webhook.project))
    _record(delivery.webhook, actor=actor, verb="webhook.sent_again", now=now)
    WebhookDelivery.objects.filter(pk=delivery.pk).update(
        rounds=F("rounds") + 1, status=DeliveryStatus.WAITING, version=_NEXT_VERSION
    )
    delivery.refresh_from_db()
    publish([_due(delivery)], now=now)


def tell_project(
    project: Project, *, event: str, data: Mapping[str, Any], text: str, key: str, now: datetime
) -> None:
    """Enqueue one message to each webhook of `project`; a second time of one key changes nothing.

    Args:
        project: whose webhooks are told.
        event: what happened, such as `run.finished`.
        data: what signed webhooks are told.
        text: what people read in Slack.
        key: of the event.
        now: the present moment.
    """
    for webhook in Webhook.objects.filter(project=project).order_by("pk"):
        _enqueue(webhook, event=event, data=data, text=text, key=key, now=now)


def deliver(delivery: WebhookDelivery, *, now: datetime) -> None:
    """Carry a message to its webhook and keep how that went; outside any transaction.

    Raises:
        DeliveryFailed: it was not taken.
    """
    webhook = delivery.webhook
    failure, status, text = "", None, ""
    try:
        answer = get_sender().post(
            webhook.url, body=delivery.body.encode(), headers=_headers(delivery, now=now)
        )
        status, text = answer.status, answer.text
        if not answer.is_success:
            failure = f"It answered with status {answer.status}."
    except (AddressRefused, NoAnswer) as error:
        failure = str(error)
    entry = {"at": now.isoformat(), "status": status, "error": failure, "text": text[:500]}
    outcome = {} if failure else {"status": DeliveryStatus.DELIVERED}
    tries = [*delivery.tries, entry][-_MOST_TRIES_KEPT:]
    WebhookDelivery.objects.filter(pk=delivery.pk).update(
        tries=tries, version=_NEXT_VERSION, **outcome
    )
    if failure:
        raise DeliveryFailed(failure)


def give_up(delivery: WebhookDelivery, *, key: str) -> None:
    """Say that a message is not tried any more, unless it was taken, or was sent again since.

    `key` is that of the outbox message whose patience is over.
    """
    if key == _due(delivery).key:
        unchanged = WebhookDelivery.objects.filter(pk=delivery.pk, rounds=delivery.rounds)
        unchanged.filter(status=DeliveryStatus.WAITING).update(
            status=DeliveryStatus.GIVEN_UP, version=_NEXT_VERSION
        )


RETENTION = Retention(
    what="deliveries to webhooks, 30 days old",
    rows=lambda now: WebhookDelivery.objects.filter(created_at__lt=now - KEPT_FOR),
)


def signature(*, secret: str, identifier: str, timestamp: int, body: bytes) -> str:
    """`v1,` and the HMAC-SHA256 in base64, as Standard Webhooks says."""
    key = base64.b64decode(secret.removeprefix(_SECRET_PREFIX))
    signed = f"{identifier}.{timestamp}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()


def shown_url(webhook: Webhook) -> str:
    """The address as pages show it: that of Slack holds a secret in its path."""
    if webhook.kind != WebhookKind.SLACK:
        return webhook.url
    parts = urlsplit(webhook.url)
    return f"{parts.scheme}://{parts.netloc}/…"


def _enqueue(
    webhook: Webhook, *, event: str, data: Mapping[str, Any], text: str, key: str, now: datetime
) -> WebhookDelivery:
    whole = {"type": event, "timestamp": now.isoformat(), "data": data}
    body = {"text": text} if webhook.kind == WebhookKind.SLACK else whole
    delivery, is_new = WebhookDelivery.objects.get_or_create(
        webhook=webhook,
        key=key,
        defaults={
            "identifier": f"msg_{new_identifier()}",
            "event": event,
            "body": json.dumps(body, ensure_ascii=False),
            "created_at": now,
        },
    )
    if is_new:
        publish([_due(delivery)], now=now)
    return delivery


def _due(delivery: WebhookDelivery) -> Event:
    key = f"{DELIVERY_DUE}:{delivery.identifier}:{delivery.rounds}"
    return Event(topic=DELIVERY_DUE, payload={"delivery_id": delivery.pk}, key=key)


def _headers(delivery: WebhookDelivery, *, now: datetime) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "User-Agent": "Job server"}
    if delivery.webhook.kind == WebhookKind.SLACK:
        return headers
    timestamp = int(now.timestamp())
    return headers | {
        "webhook-id": delivery.identifier,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(
            secret=delivery.webhook.secret,
            identifier=delivery.identifier,
            timestamp=timestamp,
            body=delivery.body.encode(),
        ),
    }


def _record(webhook: Webhook, *, actor: Actor, verb: str, now: datetime) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="project",
        target_id=webhook.project_id,
        target_name=webhook.project.name,
        after={"webhook": webhook.name},
        now=now,
    )
