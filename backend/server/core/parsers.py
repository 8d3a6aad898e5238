"""How bodies of /api/v3/ are read: JSON of a bounded size, whatever it holds."""

import io
import json
import re
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from server.core.errors import BodyTooLarge

MAX_BODY_BYTES = 1_000_000


class JsonParser(JSONParser):
    """Reads no more than `MAX_BODY_BYTES`, and survives whatever they are."""

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The value that the body holds.

        Raises:
            BodyTooLarge: it is longer than `MAX_BODY_BYTES`.
            ParseError: it is not JSON, is nested deeper than anybody needs, or holds half a
                character, which no database and no answer can carry.
        """
        body = stream.read(MAX_BODY_BYTES + 1)
        if len(body) > MAX_BODY_BYTES:
            raise BodyTooLarge(f"A body has {MAX_BODY_BYTES:,} bytes at most here.")
        try:
            value = super().parse(io.BytesIO(body), media_type, parser_context)
            if _HALF_CHARACTER.search(body):
                json.dumps(value, ensure_ascii=False).encode()
        except RecursionError as error:
            raise ParseError("The JSON is nested too deeply.") from error
        except UnicodeEncodeError as error:
            raise ParseError(
                "The JSON holds half a character: an escape \\uD800 to \\uDFFF without its partner."
            ) from error
        return value


_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
