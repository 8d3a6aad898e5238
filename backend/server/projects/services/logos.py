"""Pictures of organisations: which uploads are some, and where their bytes lie."""

from collections.abc import Iterator
from contextlib import contextmanager

from integrations import files
from server.core.errors import DomainError, FieldError, InputRefused
from server.projects.models import Org

MOST_BYTES = 500_000
# By their first bytes; SVG is left out because it can hold scripts.
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


class StorageUnavailable(DomainError):
    """The place of the files cannot be read or written."""

    problem = "storage-unavailable"


def keep_picture(content: bytes) -> tuple[str, str]:
    """Keep an uploaded picture; returns its key and type. Outside any transaction.

    Raises:
        InputRefused: it is none that browsers show as a picture and nothing else.
        StorageUnavailable: the file store cannot be written.
    """
    kind = picture_type(content)
    with _as_problem():
        return files.get_store().put(content), kind


def read_picture(org: Org) -> bytes:
    """The bytes of the organisation's picture.

    Raises:
        StorageUnavailable: the file store cannot be read, or has lost them.
    """
    with _as_problem():
        return files.get_store().get(org.logo_key)


def picture_type(content: bytes) -> str:
    """The media type of the picture, by its bytes and not by what the sender calls it.

    Raises:
        InputRefused: it is no PNG, JPEG, GIF or WebP picture, or larger than `MOST_BYTES`.
    """
    if len(content) > MOST_BYTES:
        raise _refused(f"A logo has {MOST_BYTES:,} bytes at most.")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            return kind
    raise _refused("A logo is a picture in the form PNG, JPEG, GIF or WebP.")


@contextmanager
def _as_problem() -> Iterator[None]:
    try:
        yield
    except (files.FileNotStored, files.StoreUnavailable) as error:
        raise StorageUnavailable(
            "The place where pictures are kept does not answer. Nothing was changed."
        ) from error


def _refused(detail: str) -> InputRefused:
    return InputRefused([FieldError("", detail)])
