"""A checker in memory, for tests of what uses one. It passes the suite of the real one."""

from integrations.codelists import CheckerUnavailable


class FakeChecker:
    """Finds current whatever a test has said is, word for word."""

    def __init__(self) -> None:
        self._published: set[tuple[str, str]] = set()
        self._is_away = False

    def publish(self, *, codelists: str, manifest: str) -> None:
        """From now on these two texts are current."""
        self._published.add((codelists, manifest))

    def go_away(self) -> None:
        """From now on answer nobody."""
        self._is_away = True

    def is_current(self, *, codelists: str, manifest: str) -> bool:
        """Whether both were published."""
        if self._is_away:
            raise CheckerUnavailable("OpenCodelists could not be reached.")
        return (codelists, manifest) in self._published
