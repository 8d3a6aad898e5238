"""Files in a folder of this machine."""

import os
import re
import tempfile
from pathlib import Path

from integrations.files import key_of
from integrations.files.errors import FileNotStored, StoreUnavailable

_KEY = re.compile(r"[0-9a-f]{64}")


class LocalStore:
    """One file a key, in folders by its first two letters."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def try_out(self) -> None:
        """Make the folder where it is missing, and a file in it that is gone at once."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.root):
                pass
        except OSError as error:
            raise StoreUnavailable(f"The folder for files cannot be written: {error}") from error

    def put(self, content: bytes) -> str:
        """Write beside and rename: nobody ever reads half a file."""
        key = key_of(content)
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
                half.write(content)
                half.flush()
                os.fsync(half.fileno())
            Path(half.name).replace(path)
        except OSError as error:
            raise StoreUnavailable(f"The folder for files cannot be written: {error}") from error
        return key

    def get(self, key: str) -> bytes:
        """Read it whole; files here are small."""
        if not _KEY.fullmatch(key):
            raise FileNotStored(key)
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError as error:
            raise FileNotStored(key) from error
        except OSError as error:
            raise StoreUnavailable(f"The folder for files cannot be read: {error}") from error

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / key
