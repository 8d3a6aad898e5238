"""GitHub's people in memory, for tests. It passes the suite of the real one."""

from integrations.git import GitError
from integrations.github_users import GitHubUser, UserNotFound


class FakeGitHubUsers:
    """Holds what a test put in."""

    def __init__(self) -> None:
        self._people: dict[str, GitHubUser] = {}
        self._failure: GitError | None = None

    def add_person(self, login: str, *, github_id: int) -> GitHubUser:
        """Let a person have this name, who had another one before or none."""
        person = GitHubUser(github_id=github_id, login=login)
        others = {name: old for name, old in self._people.items() if old.github_id != github_id}
        self._people = others | {login.casefold(): person}
        return person

    def fail_with(self, error: GitError | None) -> None:
        """From now on raise `error` whatever is asked; None ends it."""
        self._failure = error

    def find(self, login: str) -> GitHubUser:
        """The person who has this name."""
        if self._failure is not None:
            raise self._failure
        if login.casefold() not in self._people:
            raise UserNotFound(login)
        return self._people[login.casefold()]
