"""Whose account at GitHub is whose here: by GitHub's number, which stays when a name changes."""

from allauth.socialaccount.models import SocialAccount

from server.people.models import User

PROVIDER = "github"


def github_ids_of(user: User) -> list[int]:
    """GitHub's numbers of the accounts by which the person signs in; one query."""
    uids = SocialAccount.objects.filter(user=user, provider=PROVIDER).values_list("uid", flat=True)
    return [int(uid) for uid in uids if uid.isdecimal()]


def user_of_github_id(github_id: int) -> User | None:
    """Who signs in by the GitHub account of this number; None where nobody has yet."""
    return User.objects.filter(
        socialaccount__provider=PROVIDER, socialaccount__uid=str(github_id)
    ).first()


def github_login_of(user: User) -> str | None:
    """The GitHub name of somebody who comes by GitHub, as it was at the last sign-in."""
    account = SocialAccount.objects.filter(user=user, provider=PROVIDER).first()
    return str(account.extra_data.get("login", "")) if account else None
