"""`tokens`: made in the browser alone, shown once, revoked at once; and by a command."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from server.audit.models import AuditEvent
from server.core import tokens
from server.core.models import IdempotentAnswer
from server.people.models import PersonalToken, User
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def works(secret):
    return Api().get("session", authorization=f"Bearer {secret}").status_code == 200


def test_a_token_is_made_and_its_secret_shown_once(ada):
    answer = Api(ada).post("tokens", {"name": "weekly export"})

    assert answer.status_code == 201
    assert answer["Cache-Control"] == "no-store"
    made = answer.json()
    secret = made.pop("token")
    assert secret.startswith(made["prefix"])
    assert made["expires_at"] == "2026-06-02T12:00:00Z"
    assert made["scopes"] == ["read"]
    assert works(secret)
    (listed,) = Api(ada).get("tokens").json()["results"]
    assert listed | {"last_used_at": None} == made
    assert secret not in str(PersonalToken.objects.values().get())
    event = AuditEvent.objects.get()
    assert (event.actor_kind, event.actor, event.verb, event.target_name) == (
        "person",
        "ada",
        "personal_token.created",
        "weekly export of ada",
    )


def test_a_repeat_makes_no_second_token_and_stores_no_secret(ada):
    api = Api(ada)
    first = api.post("tokens", {"name": "x"}, idempotency_key="k")

    again = api.post("tokens", {"name": "x"}, idempotency_key="k")

    assert (again.status_code, again["Idempotency-Replayed"]) == (201, "true")
    assert again.json() == first.json() | {"token": None}
    assert PersonalToken.objects.count() == 1
    assert first.json()["token"] not in str(IdempotentAnswer.objects.values().get())


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": ""}, "/name"),
        ({"name": "x" * 101}, "/name"),
        ({"name": "a\0"}, "/name"),
        ({"name": "a\nb"}, "/name"),
        ({"name": "\u202ea"}, "/name"),
        ({"name": "x", "expires_in_days": 0}, "/expires_in_days"),
        ({"name": "x", "expires_in_days": 366}, "/expires_in_days"),
        ({"name": "x", "expires_in_days": "soon"}, "/expires_in_days"),
        ({"name": "x", "scopes": []}, "/scopes"),
    ],
)
def test_a_token_that_cannot_be_is_refused(ada, body, pointer):
    answer = Api(ada).post("tokens", body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    assert not PersonalToken.objects.exists()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["run"], ["read", "run"]),
        (["write", "read", "write"], ["read", "write"]),
        (["write", "run"], ["read", "run", "write"]),
    ],
)
def test_a_token_may_what_was_asked_for_and_read(ada, asked, given):
    assert Api(ada).post("tokens", {"name": "x", "scopes": asked}).json()["scopes"] == given


def test_a_token_lives_as_long_as_it_was_made_for(ada, clock):
    secret = Api(ada).post("tokens", {"name": "x", "expires_in_days": 1}).json()["token"]

    clock.shift(timedelta(hours=23, minutes=59))
    assert works(secret)
    clock.shift(timedelta(minutes=1))
    assert not works(secret)


def test_i_see_my_own_tokens_newest_first(ada, clock):
    recipes.make_personal_token(recipes.user.make(), name="not mine")
    for name in ["one", "two"]:
        Api(ada).post("tokens", {"name": name})

    names = [row["name"] for row in Api(ada).get("tokens").json()["results"]]

    assert names == ["two", "one"]


def test_a_revoked_token_is_worthless_at_once_and_stays_listed(ada):
    made = Api(ada).post("tokens", {"name": "x"}).json()

    answer = Api(ada).delete(f"tokens/{made['id']}")

    assert answer.status_code == 204
    assert not works(made["token"])
    (listed,) = Api(ada).get("tokens").json()["results"]
    assert listed["revoked_at"] == "2026-03-04T12:00:00Z"
    assert AuditEvent.objects.latest("id").verb == "personal_token.revoked"


def test_a_token_is_refused_in_the_very_second_of_its_end(ada, clock):
    api = Api(ada)
    revoked, expiring = (
        api.post("tokens", {"name": name, "expires_in_days": 1}).json() for name in ("a", "b")
    )
    assert works(revoked["token"])

    api.delete(f"tokens/{revoked['id']}")
    assert not works(revoked["token"])
    clock.shift(timedelta(days=1, seconds=-1))
    assert works(expiring["token"])
    clock.shift(timedelta(seconds=1))
    assert not works(expiring["token"])


def refused(secret):
    answer = Api().get("account", authorization=f"Bearer {secret}")
    assert problem_of(answer) == (401, "invalid-token")
    assert secret not in answer.content.decode()
    return answer.json()["detail"]


def test_a_token_that_ended_is_told_when_and_what_to_do(ada, clock):
    made = Api(ada).post("tokens", {"name": "x", "expires_in_days": 1}).json()
    clock.shift(timedelta(days=1))

    told = refused(made["token"])

    assert told == "This token expired on 2026-03-05 12:00 UTC. Make another one in the settings."


def test_a_token_that_was_revoked_is_told_when_also_after_its_end(ada, clock):
    made = Api(ada).post("tokens", {"name": "x", "expires_in_days": 1}).json()
    Api(ada).delete(f"tokens/{made['id']}")
    clock.shift(timedelta(days=2))

    told = refused(made["token"])

    assert told.startswith("This token was revoked on 2026-03-04 12:00 UTC. ")


def test_a_token_of_an_account_that_is_off_is_told_so(ada):
    secret = recipes.make_personal_token(ada)
    User.objects.filter(pk=ada.pk).update(is_active=False)

    assert refused(secret) == "The account of this token is switched off."


@pytest.mark.django_db
def test_a_token_that_was_never_one_is_not_known():
    assert refused(tokens.new_token(tokens.TokenKind.USER)) == "This token is not known."


@pytest.mark.django_db
def test_what_cannot_be_a_token_is_refused_without_a_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert refused(tokens.new_token(tokens.TokenKind.USER)[:-1]) == "This token is not known."


def test_revoking_twice_changes_nothing(ada, clock):
    made = Api(ada).post("tokens", {"name": "x"}).json()
    Api(ada).delete(f"tokens/{made['id']}")
    clock.shift(60)

    assert Api(ada).delete(f"tokens/{made['id']}").status_code == 204
    assert PersonalToken.objects.get().revoked_at == NOON
    assert AuditEvent.objects.count() == 2


@pytest.mark.parametrize("pk", ["0", "9" * 18, "9" * 40, "x", "-1"])
def test_a_token_that_is_none_is_not_found(ada, pk):
    assert problem_of(Api(ada).delete(f"tokens/{pk}")) == (404, "not-found")


def test_nobody_revokes_the_token_of_another(ada):
    secret = recipes.make_personal_token(recipes.user.make())
    pk = PersonalToken.objects.get().pk

    assert problem_of(Api(ada).delete(f"tokens/{pk}")) == (404, "not-found")
    assert works(secret)


@pytest.mark.parametrize(
    "call",
    [
        lambda api, **headers: api.get("tokens", **headers),
        lambda api, **headers: api.post("tokens", {"name": "x"}, **headers),
        lambda api, **headers: api.delete("tokens/1", **headers),
    ],
)
def test_tokens_are_managed_by_a_session_alone(ada, call):
    assert problem_of(call(Api())) == (401, "not-signed-in")
    by_token = call(Api(), authorization=bearer(ada))
    assert problem_of(by_token) == (403, "forbidden")
    assert "browser" in by_token.json()["detail"]


def test_use_is_noted_at_most_every_15_seconds(ada, clock):
    secret = recipes.make_personal_token(ada)
    noted = []
    for _ in range(3):
        works(secret)
        noted.append(PersonalToken.objects.get().last_used_at)
        clock.shift(10)

    assert noted == [NOON, NOON, NOON + timedelta(seconds=20)]


def test_a_command_makes_a_token_and_prints_it_alone(ada, capsys):
    call_command("create_user_token", "ADA", "--name", "bot", "--expires-in-days", "2")

    out = capsys.readouterr().out
    secret = out.strip()
    assert out == secret + "\n"
    assert works(secret)
    token = PersonalToken.objects.get()
    assert (token.user, token.name, token.scopes) == (ada, "bot", ["read"])
    assert token.expires_at == NOON + timedelta(days=2)
    assert tokens.is_well_formed(secret, tokens.TokenKind.USER)
    event = AuditEvent.objects.get()
    assert (event.actor_kind, event.actor) == ("command", "create_user_token")


@pytest.mark.parametrize(
    ("username", "days", "words"),
    [("ghost", 90, "no active account"), ("gone", 90, "no active account"), ("ada", 0, "1 to 365")],
)
def test_the_command_refuses_in_one_line(ada, username, days, words):
    recipes.user.make(username="gone", is_active=False)

    with pytest.raises(CommandError, match=words):
        call_command("create_user_token", username, "--name", "x", f"--expires-in-days={days}")

    assert not PersonalToken.objects.exists()
