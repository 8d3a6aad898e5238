"""Cursor pages by key: a page is one index range, however long the history.

Order is always total (a time, mostly `created_at`, then `id`, newest first): no row is seen twice
or missed.
"""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from rest_framework import serializers

from server.core.errors import FieldError, InputRefused
from server.core.ranges import Ranges

Row = TypeVar("Row", bound=Model)

DEFAULT_LIMIT = 25
MAX_LIMIT = 100


class PageQuery(serializers.Serializer):
    """Query parameters of every paged list; filters are added by subclasses."""

    cursor = serializers.CharField(
        required=False, help_text="The `next` or `previous` of an earlier page."
    )
    limit = serializers.IntegerField(
        required=False, min_value=1, max_value=MAX_LIMIT, default=DEFAULT_LIMIT
    )


@cache
def page_of(shape: type[serializers.Serializer]) -> type[serializers.Serializer]:
    """The shape of a page of `shape`s, named `ThingPageOut` after `ThingOut`."""
    members = {
        "__doc__": "One page; `next` and `previous` are given as `cursor`, null at the ends.",
        "results": shape(many=True),
        "next": serializers.CharField(allow_null=True),
        "previous": serializers.CharField(allow_null=True),
    }
    name = shape.__name__.removesuffix("Out") + "PageOut"
    return type(name, (serializers.Serializer,), members)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows of one page, newest first, and the cursors beside it."""

    rows: Sequence[Row]
    next: str | None
    previous: str | None

    def answer(self, represent: Callable[[Sequence[Row]], Any]) -> dict[str, Any]:
        """The JSON of the page; `represent` gives the rows their form."""
        return {"results": represent(self.rows), "next": self.next, "previous": self.previous}


@dataclass(frozen=True, slots=True)
class _Cursor:
    """A place between rows: after (older than) or before (newer than) a key."""

    at: datetime
    pk: int
    is_backwards: bool

    def encode(self) -> str:
        parts = [self.at.isoformat(), self.pk, int(self.is_backwards)]
        return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> "_Cursor":
        try:
            padded = text + "=" * (-len(text) % 4)
            parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            cursor = cls._of(*parts)
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            raise _foreign() from error
        if cursor.encode() != text:
            raise _foreign()
        return cursor

    @classmethod
    def _of(cls, moment: str, pk: int, is_backwards: int) -> "_Cursor":
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None or type(pk) is not int or abs(pk) >= 2**63:
            raise ValueError("not a key")
        return cls(at=at.astimezone(UTC), pk=pk, is_backwards=bool(is_backwards))


def _foreign() -> InputRefused:
    detail = "This cursor was not made here. Begin again without one."
    return InputRefused([FieldError(pointer="/cursor", detail=detail)])


def paginate(
    listed: QuerySet[Row] | Ranges[Row], *, cursor: str | None, limit: int, by: str = "created_at"
) -> Page[Row]:
    """One page of `listed` by the time in the column `by` and `id`, newest first.

    One query; two where a row needs more than its own table, or is in one of several ranges.

    Raises:
        InputRefused: `cursor` is none of ours.
    """
    place = _Cursor.decode(cursor) if cursor else None
    is_backwards = place is not None and place.is_backwards
    order = (by, "id") if is_backwards else (f"-{by}", "-id")
    beyond = listed
    if place:
        side = "gt" if is_backwards else "lt"
        beyond = listed.filter(
            # The first condition alone is what the index range is made of.
            Q(**{f"{by}__{side}e": place.at})
            & (Q(**{f"{by}__{side}": place.at}) | Q(**{f"id__{side}": place.pk}))
        )
    found = _first(beyond, limit + 1, order=order)
    has_more = len(found) > limit
    found = found[:limit]
    if is_backwards:
        found.reverse()
    has_older = bool(found) and (is_backwards or has_more)
    has_newer = bool(found) and (has_more if is_backwards else place is not None)
    return Page(
        rows=found,
        next=_beside(found[-1], by=by, is_backwards=False) if has_older else None,
        previous=_beside(found[0], by=by, is_backwards=True) if has_newer else None,
    )


def _first(listed: QuerySet[Row] | Ranges[Row], limit: int, *, order: tuple[str, str]) -> list[Row]:
    if isinstance(listed, Ranges):
        rows, keys = listed.rows, listed.first(limit, order=order)
    else:
        rows, page = listed, listed.order_by(*order)[:limit]
        if not (rows.query.select_related or rows.query.annotations):
            return list(page)
        keys = list(page.values_list("pk", flat=True))
    # The keys first: what is joined and counted beside a row is then read for one page of them.
    return list(rows.filter(pk__in=keys).order_by(*order))


def _beside(row: Any, *, by: str, is_backwards: bool) -> str:
    return _Cursor(at=getattr(row, by), pk=row.pk, is_backwards=is_backwards).encode()
