"""Conformance cases AU of the runner contract."""

import pytest
from django.db import IntegrityError, transaction

from server.core.tokens import digest_of
from server.fleet.models import Backend, BackendToken
from tests import recipes
from tests.contract.runner.wire import Runner

_WAITS = "waits for the outputs: the endpoint comes with releases and snapshots"
_SUCCESS = {"status": "success"}


def refused(answer, text):
    assert answer.status_code == 403
    assert answer.json() == {"detail": text}
    assert answer.headers["Content-Type"] == "application/json"
    assert "WWW-Authenticate" not in answer.headers
    return True


def test_au_1_a_push_without_the_header_is_refused(nobody):
    assert refused(nobody.push(), "Authorization header is missing")


@pytest.mark.parametrize("header", ["", "   "])
def test_au_2_a_push_with_an_empty_header_is_refused(db, header):
    assert refused(Runner(header).push(), "Authorization header is empty")


@pytest.mark.parametrize(
    "header",
    [
        "nope",
        "Bearer",
        "Bearer ",
        "Bearer nope",
        "Token nope",
        "Basic bm9wZQ==",
        "ada:x",
        "é\udcff",
        "0" * 40,
        "x" * 8000,
    ],
)
def test_au_3_a_push_with_an_unknown_token_is_refused(db, header):
    header = header.encode("utf-8", "surrogatepass").decode("latin-1")
    assert refused(Runner(header).push(), "Invalid token")


def test_au_4_a_push_with_the_raw_token_is_taken(ta):
    answer = ta.push()

    assert (answer.status_code, answer.json()) == (200, _SUCCESS)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "Token", "token"])
def test_au_5_a_scheme_before_the_token_is_accepted(ta, scheme):
    assert Runner(f"{scheme} {ta.token}").push().status_code == 200


@pytest.mark.parametrize("header", [None, "", "nope"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "jobs/"),
        ("GET", "job-requests/"),
        ("GET", "users/ada/"),
        ("POST", "release-notifications/"),
    ],
)
def test_au_6_no_refusal_asks_for_credentials(db, method, path, header):
    answer = Runner(header).call(method, path)

    assert answer.status_code == 403
    assert "WWW-Authenticate" not in answer.headers
    assert list(answer.json()) == ["detail"]


def test_au_7_the_token_of_an_inactive_backend_is_refused(ta, tpp):
    Backend.everywhere.filter(pk=tpp.pk).update(is_active=False)

    assert refused(ta.push(), "Invalid token")


def test_au_7_the_token_of_a_backend_that_is_not_enabled_is_refused(ta, settings):
    settings.BACKENDS = ("emis",)

    assert refused(ta.push(), "Invalid token")


def test_au_8_a_rotated_token_is_refused_and_the_new_one_taken(ta, tpp):
    new = Runner(recipes.make_backend_token(tpp))
    assert ta.push().status_code == 200  # both are good until the old one is revoked

    BackendToken.objects.filter(digest=digest_of(ta.token)).update(revoked_at=recipes.NOON)

    assert refused(ta.push(), "Invalid token")
    assert new.push().status_code == 200


def test_au_8_an_expired_token_is_refused(tpp):
    expired = Runner(recipes.make_backend_token(tpp, expires_at=recipes.NOON + recipes.MINUTE))

    assert refused(expired.push(), "Invalid token: it ended on 2026-03-04 12:01 UTC")


def test_au_9_the_token_is_looked_at_before_the_method(nobody):
    assert refused(nobody.get("jobs/"), "Authorization header is missing")


def test_au_10_a_get_of_jobs_is_not_allowed(ta):
    answer = ta.get("jobs/")

    assert answer.status_code == 405
    assert answer.json() == {"detail": 'Method "GET" not allowed.'}
    assert "POST" in answer.headers["Allow"].split(", ")


def test_au_11_the_users_endpoint_needs_a_token(nobody, ada):
    assert refused(nobody.get("users/ada/"), "Authorization header is missing")


def test_au_12_a_member_is_answered_with_permissions_and_roles(ta, ada):
    answer = ta.get("users/ada/")

    assert answer.status_code == 200
    assert answer.json() == {
        "permissions": {
            "global": [],
            "orgs": [],
            "projects": [
                {
                    "slug": "asthma-winter",
                    "permissions": [
                        "job_cancel",
                        "job_run",
                        "project_manage",
                        "release_file_view",
                        "snapshot_create",
                        "unreleased_outputs_view",
                        "workspace_archive",
                        "workspace_create",
                        "workspace_toggle_notifications",
                    ],
                }
            ],
        },
        "roles": {
            "global": [],
            "orgs": [],
            "projects": [{"slug": "asthma-winter", "roles": ["ProjectDeveloper"]}],
        },
    }


def test_au_12_roles_held_everywhere_are_global(ta, chk):
    answer = ta.get("users/chk/").json()

    assert answer["roles"] == {"global": ["OutputChecker"], "orgs": [], "projects": []}
    assert answer["permissions"]["global"] == [
        "release_file_delete",
        "release_file_upload",
        "release_file_view",
        "unreleased_outputs_view",
    ]


def test_au_12_a_member_of_another_backend_is_not_found(tb, emis, ada):
    emis.memberships.all().delete()

    assert tb.get("users/ada/").status_code == 404


def test_au_13_an_unknown_user_is_not_found(ta):
    answer = ta.get("users/ghost/")

    assert (answer.status_code, answer.json()) == (404, {"detail": "Not found."})


def test_au_14_a_body_that_is_no_json_is_refused(ta):
    answer = ta.post("jobs/", b"{")

    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("JSON parse error - ")


def test_au_14_an_empty_body_is_no_list(ta):
    answer = ta.post("jobs/", b"")

    assert answer.status_code == 400
    assert answer.json() == {"non_field_errors": ['Expected a list of items but got type "dict".']}


def test_au_15_another_content_type_is_refused(ta):
    answer = ta.post("jobs/", b"[]", content_type="text/plain")

    assert answer.status_code == 415
    assert answer.json() == {"detail": 'Unsupported media type "text/plain" in request.'}


def test_au_15_a_body_without_content_type_is_refused(ta):
    answer = ta.post("jobs/", b"[]", content_type="")

    assert answer.status_code == 415
    assert answer.json() == {"detail": 'Unsupported media type "" in request.'}


@pytest.mark.skip(reason=_WAITS)
def test_au_16_a_snapshot_by_session_without_csrf_token_is_refused():
    pass


@pytest.mark.parametrize("path", ["nowhere", "jobs/extra", "", "job-requests/x/y/"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_au_17_an_unknown_path_is_answered_in_json(ta, method, path):
    answer = ta.call(method, path)

    assert (answer.status_code, answer.json()) == (404, {"detail": "Not found."})
    assert answer.headers["Content-Type"] == "application/json"


def test_au_18_two_rows_cannot_share_a_token(ta, emis):
    twin = BackendToken.objects.get(digest=digest_of(ta.token))
    twin.pk, twin.backend, twin.name = None, emis, "twin"

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


@pytest.mark.skip(reason=_WAITS)
def test_au_19_a_personal_token_that_expired_yesterday_is_refused():
    pass


@pytest.mark.skip(reason=_WAITS)
def test_au_20_a_personal_token_that_expires_today_is_accepted():
    pass


@pytest.mark.skip(reason=_WAITS)
def test_au_21_a_user_without_personal_token_is_refused():
    pass


@pytest.mark.skip(reason=_WAITS)
def test_au_22_a_backend_token_is_no_personal_token():
    pass


@pytest.mark.parametrize(
    "path",
    [
        "users/a%00da/",
        "workspaces/w%001/statuses/",
        "workspaces/w%001/status",
        "workspaces/w1/statuses/?backend=%00",
        "job-requests/?backend=%00",
        "users/%F0%9F%92%A9/",
        "users/%ff/",
        "users/" + "x" * 5000 + "/",
    ],
)
def test_a_name_that_none_can_have_is_not_found(ta, w1, path):
    assert ta.get(path).status_code == 404
