"""The tokens of runners, as staff make and revoke them; and who may run on a backend."""

import pytest
import time_machine
from django.test import Client

from server.audit.models import AuditEvent
from server.core import tokens
from server.fleet.models import BackendMembership, BackendToken
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON


def poll(secret):
    return Client().get("/api/v2/job-requests/", headers={"authorization": secret}).status_code


# -- Tokens ----------------------------------------------------------------------------------------


def test_a_new_token_is_shown_once_and_works_at_once(petra, tpp):
    with time_machine.travel(NOON, tick=False):
        answer = Api(petra).post("backends/tpp/tokens", {"name": "runner 1", "expires_in_days": 2})
        assert poll(answer.json()["token"]) == 200

    assert answer.status_code == 201, answer.content
    assert answer["Cache-Control"] == "no-store"
    made, secret = BackendToken.objects.get(), answer.json()["token"]
    assert made.digest == tokens.digest_of(secret)
    assert answer.json()["expires_at"] == "2026-03-06T12:00:00Z"
    listed = Api(petra).get("backends/tpp/tokens")
    assert [row["name"] for row in listed.json()["results"]] == ["runner 1"]
    assert secret not in listed.content.decode()
    event = AuditEvent.objects.get()
    assert (event.verb, event.target_name) == ("backend_token.created", "tpp")
    assert secret not in str(event.after)


def test_the_same_key_makes_one_token_and_repeats_no_secret(petra, tpp):
    first, second = (
        Api(petra).post("backends/tpp/tokens", {"name": "one"}, idempotency_key="k").json()
        for _ in range(2)
    )

    assert first["token"].startswith("osj_backend_")
    assert (second["token"], second["id"]) == (None, first["id"])


def test_an_old_token_lives_beside_a_new_one_until_it_is_revoked(petra, tpp):
    old = recipes.make_backend_token(tpp, name="old")
    new = Api(petra).post("backends/tpp/tokens", {"name": "new"}).json()["token"]
    assert (poll(old), poll(new)) == (200, 200)

    path = f"backends/tpp/tokens/{BackendToken.objects.get(name='old').pk}"
    assert Api(petra).delete(path).status_code == 204

    assert (poll(old), poll(new)) == (403, 200)
    assert Api(petra).delete(path).status_code == 204
    assert AuditEvent.objects.filter(verb="backend_token.revoked").count() == 1


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": "taken"}, ""),
        ({"name": "x" * 101}, "/name"),
        ({"name": "x", "expires_in_days": 0}, "/expires_in_days"),
        ({"name": "x", "expires_in_days": 3651}, "/expires_in_days"),
        ({"name": "x", "secret": "y"}, "/secret"),
    ],
)
def test_a_token_that_cannot_be_is_refused(petra, tpp, body, pointer):
    recipes.make_backend_token(tpp, name="taken")

    answer = Api(petra).post("backends/tpp/tokens", body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    assert BackendToken.objects.count() == 1


def test_a_token_of_another_backend_is_not_found(petra, tpp, emis):
    recipes.make_backend_token(emis)
    token = BackendToken.objects.get()

    assert problem_of(Api(petra).delete(f"backends/tpp/tokens/{token.pk}")) == (404, "not-found")


def test_a_personal_token_makes_no_tokens(petra, tpp):
    header = {"authorization": bearer(petra)}

    for answer in (
        Api().post("backends/tpp/tokens", {"name": "x"}, **header),
        Api().get("backends/tpp/tokens", **header),
    ):
        assert answer.status_code == 403
    assert not BackendToken.objects.exists()


@pytest.mark.parametrize(
    ("method", "path"),
    [("get", "tokens"), ("post", "tokens"), ("delete", "tokens/1")],
)
def test_tokens_are_for_those_who_manage_backends(tpp, ada, method, path):
    recipes.give_role(ada, Role.TECH_SUPPORT)
    body = {"post": ({"name": "x"},)}.get(method, ())

    refused = getattr(Api(ada), method)(f"backends/tpp/{path}", *body)

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "backend_manage"
    visitor = getattr(Api(), method)(f"backends/tpp/{path}", *body)
    assert problem_of(visitor) == (401, "not-signed-in")


# -- Members ---------------------------------------------------------------------------------------


def test_people_are_let_run_and_no_longer(petra, tpp, ada):
    bob = recipes.user.make(username="bob")

    added = Api(petra).post("backends/tpp/members", {"usernames": ["BOB", "ada", "bob"]})

    assert added.json() == {"added": ["bob"], "had": ["ada"]}
    assert BackendMembership.objects.get(user=bob).created_by == petra
    assert Api(bob).get("backends/tpp").json()["can_run"] is True

    assert Api(petra).delete("backends/tpp/members/bob").status_code == 204
    assert Api(bob).get("backends/tpp").json()["can_run"] is False
    assert list(AuditEvent.objects.order_by("id").values_list("verb", "subject")) == [
        ("backend_member.added", "bob"),
        ("backend_member.removed", "bob"),
    ]


def test_nobody_is_added_where_one_is_not_known(petra, tpp):
    recipes.user.make(username="bob")

    answer = Api(petra).post("backends/tpp/members", {"usernames": ["bob", "ghost"]})

    assert pointers_of(answer) == ["/usernames/1"]
    assert not BackendMembership.objects.filter(user__username="bob").exists()


def test_who_is_no_member_cannot_be_removed(petra, tpp):
    assert problem_of(Api(petra).delete("backends/tpp/members/petra")) == (404, "not-found")


def test_the_list_of_members_is_paged_in_the_same_number_of_queries(
    petra, tpp, django_assert_max_num_queries
):
    for _ in range(30):
        recipes.make_backend("tpp", members=[recipes.user.make()])

    api = Api(petra)

    # Session, person, roles; the backend; the keys of a page and its rows.
    with django_assert_max_num_queries(6):
        first = api.get("backends/tpp/members", {"limit": 20}).json()
    second = Api(petra).get("backends/tpp/members", {"limit": 20, "cursor": first["next"]}).json()

    assert (len(first["results"]), len(second["results"])) == (20, 11)


@pytest.mark.parametrize(
    ("method", "path"), [("get", "members"), ("post", "members"), ("delete", "members/ada")]
)
def test_members_are_for_staff(tpp, ada, method, path):
    body = {"post": ({"usernames": ["ada"]},)}.get(method, ())

    refused = getattr(Api(ada), method)(f"backends/tpp/{path}", *body)

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "backend_manage"
