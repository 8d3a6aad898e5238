"""How uploaded pictures are read."""

from collections.abc import Mapping
from typing import IO, Any

from rest_framework.parsers import BaseParser

from server.core.errors import BodyTooLarge
from server.projects.services.logos import MOST_BYTES


class PictureParser(BaseParser):
    """The bytes of the body, whatever they are called; what they are is looked at later."""

    media_type = "image/*"

    def parse(  # type: ignore[override]  # the stubs know parsers of forms alone
        self,
        stream: IO[bytes],
        media_type: str | None = None,  # noqa: ARG002
        parser_context: Mapping[str, Any] | None = None,  # noqa: ARG002
    ) -> bytes:
        """The whole body.

        Raises:
            BodyTooLarge: it is longer than a logo may be.
        """
        content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise BodyTooLarge(f"A logo has {MOST_BYTES:,} bytes at most.")
        return content
