"""GitHub's people by its REST API."""

from integrations.git.github_http import GitHubClient, Missing, unreadable
from integrations.github_users import GitHubUser, UserNotFound, is_login


class RestGitHubUsers:
    """See `GitHubUsers` for what is promised.

    Args:
        api_url: the API's address, without a last slash.
        token: sent with every call; "" asks without, 60 calls an hour.
        timeout_s: how long one call may take, in seconds.
    """

    def __init__(self, *, api_url: str, token: str = "", timeout_s: float = 10) -> None:
        self._client = GitHubClient(api_url=api_url, token=token, timeout_s=timeout_s)

    def find(self, login: str) -> GitHubUser:
        """One call."""
        if not is_login(login):
            raise UserNotFound(login)
        try:
            payload = self._client.get_json(f"/users/{login}")
        except Missing as error:
            raise UserNotFound(login) from error
        try:
            is_person = payload["type"] == "User"
            github_id, name = payload["id"], payload["login"]
        except (KeyError, TypeError) as error:
            raise unreadable() from error
        if type(github_id) is not int or not 0 < github_id < 2**63 or not isinstance(name, str):
            raise unreadable()
        # Whoever else GitHub may lead to from an old name is not who was meant.
        if not is_person or name.casefold() != login.casefold():
            raise UserNotFound(login)
        return GitHubUser(github_id=github_id, login=name)
