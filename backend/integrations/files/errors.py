"""What can go wrong with a file store."""


class FileNotStored(Exception):
    """There is no file under this key."""


class StoreUnavailable(Exception):
    """The place of the files cannot be read or written."""
