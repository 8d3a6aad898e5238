"""Files in memory, for tests."""

from integrations.files import key_of
from integrations.files.errors import FileNotStored


class FakeStore:
    """A dictionary."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def try_out(self) -> None:
        """Memory is always there."""

    def put(self, content: bytes) -> str:
        """Keep it."""
        key = key_of(content)
        self.contents[key] = content
        return key

    def get(self, key: str) -> bytes:
        """Give it back."""
        try:
            return self.contents[key]
        except KeyError as error:
            raise FileNotStored(key) from error
