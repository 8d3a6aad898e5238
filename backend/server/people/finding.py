"""From the user names in a body to the people who are meant."""

from collections.abc import Sequence

from server.core.errors import FieldError, InputRefused, pointer_to
from server.people.models import User


def find_people(usernames: Sequence[str], *, field: str = "usernames") -> list[User]:
    """The people of these names in the body's `field`, in the order given and each once.

    Raises:
        InputRefused: a name belongs to nobody.
    """
    known = {user.username.lower(): user for user in User.objects.named(usernames)}
    unknown = [
        FieldError(pointer_to(field, place), f"There is nobody called {name!r}.")
        for place, name in enumerate(usernames)
        if name.lower() not in known
    ]
    if unknown:
        raise InputRefused(unknown)
    return list({name.lower(): known[name.lower()] for name in usernames}.values())
