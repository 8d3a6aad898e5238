"""Whoever comes for the first time has no role: those who can let people in are told."""

from server.notify.models import Notice
from server.outbox.models import OutboxMessage
from server.outbox.registry import handler_of
from server.people.models import User
from server.people.roles import Role
from server.people.services import GitHubProfile, create_github_account
from tests.recipes import NOON, give_role, user

TOPIC = "account.first_sign_in"


def arrive():
    """Mallory comes by GitHub; what the outbox holds of it."""
    profile = GitHubProfile(id=7, login="mallory", name="Mallory Example")
    for _ in range(2):  # the second time is no first one
        create_github_account(profile=profile, now=NOON)
    return OutboxMessage.objects.get(topic=TOPIC)


def tell(message):
    handler_of(TOPIC)(message.payload, message.key)


def test_those_who_manage_people_are_told_once_of_somebody_new(ada):
    petra, gone = user.make(username="petra"), user.make(username="gone", is_active=False)
    for person in (petra, gone):
        give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    give_role(ada, Role.SERVICE_ADMINISTRATOR)

    message = arrive()
    tell(message)
    tell(message)

    (notice,) = Notice.objects.all()
    assert (notice.user, notice.kind) == (petra, "new_person")
    assert notice.text == "mallory has signed in for the first time."
    assert notice.path == "/staff/users/mallory"


def test_nobody_is_told_of_an_account_that_was_switched_off_meanwhile(db):
    give_role(user.make(username="petra"), Role.STAFF_AREA_ADMINISTRATOR)
    message = arrive()
    User.objects.filter(username="mallory").update(is_active=False)

    tell(message)

    assert not Notice.objects.exists()
