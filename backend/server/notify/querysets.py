"""Named questions about notices."""

from typing import TYPE_CHECKING, Self

from django.db import models

from server.people.models import User

if TYPE_CHECKING:
    from server.notify.models import Notice  # noqa: F401 - names the generic


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, as the inbox asks for them."""

    def in_inbox_of(self, person: User) -> Self:
        """Those to the person."""
        return self.filter(user=person)

    def unread(self) -> Self:
        """Those that were not read."""
        return self.filter(read_at=None)
