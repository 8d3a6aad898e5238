"""`Idempotency-Key`: a creating request that comes twice is done once and answered alike.

The key's row is written in the transaction of the change, under a unique constraint: of two
requests at once the second waits for the first, then reads its answer. Errors are not kept, so
a failed request may be repeated with the same key.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.encoders import JSONEncoder

from server.core.errors import FieldError, IdempotencyKeyReused, InputRefused
from server.core.models import IdempotentAnswer
from server.core.sweeps import Retention

KEPT_FOR = timedelta(days=2)
_MAX_KEY_LENGTH = 200


def answer_once(
    request: Request, *, operation: str, now: datetime, create: Callable[[], Response]
) -> Response:
    """What `create` answers; a repeat of the same key and body gets the answer of the first time.

    `create` runs in a transaction with the key's row and must call nothing outside the database.

    Raises:
        IdempotencyKeyReused: the key came before with another body.
        InputRefused: the key is too long.
    """
    key = _key_of(request)
    if not key:
        with transaction.atomic():
            return create()
    with transaction.atomic():
        kept, is_new = IdempotentAnswer.objects.get_or_create(
            caller=str(request.user.pk),
            operation=operation,
            key=key,
            defaults={"request_digest": _digest_of(request), "created_at": now},
        )
        if not is_new:
            return _repeat(kept, request)
        response = create()
        kept.status, kept.body = response.status_code, _as_json(response.data)
        kept.headers = {name: value for name, value in response.items() if name in _KEPT_HEADERS}
        kept.save(update_fields=["status", "body", "headers"])
    return response


_KEPT_HEADERS = ("Location", "ETag")


def earlier_answer(request: Request, *, operation: str) -> Response | None:
    """The answer already given to this key, before anything slow is done for a repeat."""
    key = _key_of(request)
    if not key:
        return None
    kept = IdempotentAnswer.objects.filter(
        caller=str(request.user.pk), operation=operation, key=key
    ).first()
    return _repeat(kept, request) if kept else None


RETENTION = Retention(
    what="answers kept for repeated requests, 2 days old",
    rows=lambda now: IdempotentAnswer.objects.filter(created_at__lt=now - KEPT_FOR),
)


def _key_of(request: Request) -> str:
    key = request.headers.get("Idempotency-Key", "").strip()
    if len(key) > _MAX_KEY_LENGTH:
        raise InputRefused(
            [FieldError("/Idempotency-Key", f"A key has {_MAX_KEY_LENGTH} characters at most.")]
        )
    return key


def _repeat(kept: IdempotentAnswer, request: Request) -> Response:
    if kept.request_digest != _digest_of(request):
        raise IdempotencyKeyReused(
            "This Idempotency-Key came before with another body. Use a new key."
        )
    headers = kept.headers | {"Idempotency-Replayed": "true"}
    return Response(kept.body, status=kept.status, headers=headers)


def _digest_of(request: Request) -> str:
    text = json.dumps(request.data, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _as_json(data: object) -> object:
    """As the renderer writes it."""
    return json.loads(json.dumps(data, cls=JSONEncoder))
