"""`account`: what people see and change of themselves."""

import pytest
from allauth.socialaccount.models import SocialAccount

from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.people.models import User
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of


@pytest.fixture
def comer(db):
    """Somebody who has just come by GitHub for the first time."""
    user = User.objects.create_user("ada-2", fullname="")
    SocialAccount.objects.create(
        user=user, provider="github", uid="7001", extra_data={"id": 7001, "login": "ada"}
    )
    return user


def change(person, body, *, version=1):
    return Api(person).patch("account", body, if_match=f'"v{version}"')


def shared_counter():
    return ChangeCounter.objects.filter(topic=CounterTopic.SHARED).values_list("value").first()


def test_an_account_shows_everything_to_its_owner(comer, django_assert_num_queries):
    api = Api(comer)

    # Session, person, two notes that they were used, what he holds, the GitHub account.
    with django_assert_num_queries(6):
        answer = api.get("account")

    assert answer.status_code == 200
    assert answer.json() == {
        "username": "ada-2",
        "fullname": "",
        "email": "",
        "wants_notices": True,
        "run_mail": "each_job",
        "github": "ada",
        "has_password": False,
        "needs_welcome": True,
        "created_at": answer.json()["created_at"],
        "version": 1,
        "can": {"close": {"allowed": True, "why_not": None, "permission": None}},
    }


def test_a_local_account_has_no_github_name_and_needs_no_welcome(ada):
    ada.set_password("correct horse")
    ada.save(update_fields=["password"])

    shown = Api(ada).get("account").json()

    assert (shown["github"], shown["has_password"], shown["needs_welcome"]) == (None, True, False)


@pytest.mark.parametrize("method", ["get", "patch"])
def test_a_visitor_has_none(db, method):
    api = Api()
    answer = api.get("account") if method == "get" else api.patch("account", {}, if_match='"v1"')

    assert problem_of(answer) == (401, "not-signed-in")


def test_the_welcome_ends_with_name_and_address(comer):
    before = shared_counter()
    body = {"fullname": " Ada  Lovelace ", "email": "Ada@Example.org", "welcomed": True}

    answer = change(comer, body)

    assert answer.status_code == 200
    assert answer.json()["fullname"] == "Ada Lovelace"
    assert answer.json()["email"] == "ada@example.org"
    assert answer.json()["needs_welcome"] is False
    assert answer["ETag"].startswith('"v2.')
    comer.refresh_from_db()
    assert comer.welcomed_at
    assert shared_counter() != before, "runners are shown names"


def test_a_change_is_on_record_without_the_address(comer):
    change(comer, {"fullname": "Ada", "email": "ada@example.org", "welcomed": True})

    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.subject) == ("user.changed", "ada-2", "ada-2")
    assert event.before == {"fullname": "", "email": "", "welcomed": False}
    assert event.after == {"fullname": "Ada", "email": "set", "welcomed": True}


def test_what_is_left_out_or_is_so_already_stays_and_leaves_no_event(ada):
    same = {"fullname": "Ada Example", "wants_notices": True}
    assert change(ada, {}).status_code == 200
    assert change(ada, same, version=2).status_code == 200

    ada.refresh_from_db()
    assert (ada.fullname, ada.email) == ("Ada Example", "ada@example.org")
    assert not AuditEvent.objects.exists()


def test_the_welcome_ends_once(comer):
    change(comer, {"fullname": "Ada", "welcomed": True})
    first = User.objects.get().welcomed_at

    change(comer, {"welcomed": True}, version=2)
    change(comer, {"welcomed": False}, version=3)

    assert User.objects.get().welcomed_at == first


def test_an_address_and_notices_may_be_taken_back(ada):
    answer = change(ada, {"email": "", "wants_notices": False})

    assert (answer.json()["email"], answer.json()["wants_notices"]) == ("", False)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"fullname": ""}, "/fullname"),
        ({"fullname": " \u200b\u202e "}, "/fullname"),
        ({"fullname": "x" * 256}, "/fullname"),
        ({"fullname": "a\u0000b"}, "/fullname"),
        ({"fullname": None}, "/fullname"),
        ({"email": "nobody"}, "/email"),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, "/email"),
        ({"email": "x" * 250 + "@example.org"}, "/email"),
        ({"wants_notices": "perhaps"}, "/wants_notices"),
        ({"username": "root"}, "/username"),
        ({"is_active": True}, "/is_active"),
        ({"roles": ["Administrator"]}, "/roles"),
    ],
)
def test_wrong_values_are_refused(ada, body, pointer):
    answer = change(ada, body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    assert not AuditEvent.objects.exists()


def test_the_address_of_another_account_is_refused_in_any_case_of_letters(ada):
    recipes.user.make(email="taken@example.org")

    answer = change(ada, {"email": "Taken@Example.org"})

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/email"]


def test_odd_characters_go_from_a_name(ada):
    answer = change(ada, {"fullname": "Ada\u202e\r\nLove\u200blace"})

    assert answer.json()["fullname"] == "Ada Lovelace"


def test_a_change_of_an_older_version_is_refused(ada):
    change(ada, {"fullname": "First"})

    assert problem_of(change(ada, {"fullname": "Second"})) == (412, "stale-version")
    assert problem_of(Api(ada).patch("account", {})) == (428, "version-required")
    assert User.objects.get().fullname == "First"


def test_a_token_reads_and_changes_by_its_scopes(ada):
    header = bearer(ada)
    assert Api().get("account", authorization=header).json()["username"] == "ada"
    ada.tokens.update(scopes=["read", "run"])

    answer = Api().patch("account", {"fullname": "A"}, authorization=header, if_match='"v1"')

    assert problem_of(answer) == (403, "scope-missing")
