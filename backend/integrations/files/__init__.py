"""Keeping files that people upload, each under the digest of its bytes.

`get_store()` gives the adapter that the settings choose. A file is stored first, outside any
transaction, and recorded then; one that was never recorded is unreachable and harmless.
"""

import hashlib
from functools import cache
from typing import Protocol

from django.conf import settings

from integrations.files.errors import FileNotStored, StoreUnavailable

__all__ = ["FileNotStored", "FileStore", "StoreUnavailable", "get_store", "key_of"]


class FileStore(Protocol):
    """A place for files. Keys are what `key_of` gives."""

    def try_out(self) -> None:
        """See that files can be kept, without keeping one.

        Raises:
            StoreUnavailable: it cannot be written.
        """

    def put(self, content: bytes) -> str:
        """Keep `content` and return its key; keeping the same bytes again changes nothing.

        Raises:
            StoreUnavailable: it cannot be written.
        """

    def get(self, key: str) -> bytes:
        """The bytes kept under `key`.

        Raises:
            FileNotStored: there are none.
            StoreUnavailable: the place cannot be read.
        """


def key_of(content: bytes) -> str:
    """The SHA-256 digest of the bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


@cache
def get_store() -> FileStore:
    """The store of this installation: the folder MEDIA_STORAGE."""
    from integrations.files.local import LocalStore

    return LocalStore(settings.MEDIA_STORAGE)
