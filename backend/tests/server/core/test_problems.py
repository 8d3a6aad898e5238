"""Every error of /api/v3/ is a problem by RFC 9457, worded for the reader, without a trace."""

import logging
import re

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from rest_framework import exceptions

from server.core import errors
from server.core.problem_types import PROBLEM_TYPES
from server.core.problems import exception_handler, problem_response
from tests.api import Api, pointers_of, problem_of


def domain_errors(kind=errors.DomainError):
    """Every error class of every app; importing the addresses has imported them all."""
    import config.urls  # noqa: F401

    found = [kind]
    for each in kind.__subclasses__():
        found += domain_errors(each)
    return found


def test_every_domain_error_has_a_problem_type():
    assert {each.problem for each in domain_errors()} <= set(PROBLEM_TYPES)


def test_every_problem_type_is_explained_by_a_public_page(db, settings):
    settings.PUBLIC_READ = False

    answer = Api().get("problems")

    rows = answer.json()["results"]
    assert {row["name"] for row in rows} == set(PROBLEM_TYPES)
    assert all(row["meaning"].endswith(".") and row["what_to_do"].endswith(".") for row in rows)
    assert all(re.fullmatch("[a-z-]+", row["name"]) for row in rows)


@pytest.mark.parametrize(
    ("error", "status", "name"),
    [
        (Http404(), 404, "not-found"),
        (PermissionDenied(), 403, "forbidden"),
        (RequestDataTooBig(), 413, "body-too-large"),
        (exceptions.NotFound(), 404, "not-found"),
        (exceptions.ParseError(), 400, "malformed-request"),
        (exceptions.NotAuthenticated(), 401, "not-signed-in"),
        (exceptions.AuthenticationFailed(), 401, "invalid-token"),
        (exceptions.PermissionDenied(), 403, "forbidden"),
        (exceptions.MethodNotAllowed("PUT"), 405, "method-not-allowed"),
        (exceptions.NotAcceptable(), 406, "not-acceptable"),
        (exceptions.UnsupportedMediaType("text/csv"), 415, "unsupported-media-type"),
        (errors.StaleVersion("Somebody was quicker."), 412, "stale-version"),
        (errors.BodyTooLarge("Too long."), 413, "body-too-large"),
    ],
)
def test_errors_become_problems(error, status, name):
    answer = exception_handler(error, {})

    assert (answer.status_code, answer.data["type"]) == (status, f"/problems/{name}")
    assert answer.data["title"] == PROBLEM_TYPES[name].title
    assert answer.data["detail"]


def test_an_unforeseen_error_is_left_to_the_handler_for_500():
    assert exception_handler(ZeroDivisionError(), {}) is None


def test_what_a_library_says_of_itself_is_worded_by_us_and_what_we_say_stays():
    default = exception_handler(exceptions.NotAuthenticated(), {})
    ours = exception_handler(exceptions.NotFound("There is no workspace 'w9'."), {})

    assert default.data["detail"] == PROBLEM_TYPES["not-signed-in"].meaning
    assert ours.data["detail"] == "There is no workspace 'w9'."


def test_members_of_an_error_are_members_of_its_problem():
    error = errors.DomainError("Wait.", retry_after_s=7, matches=[1])

    answer = exception_handler(error, {})

    assert answer.data["matches"] == [1]
    assert answer["Retry-After"] == "7"
    assert problem_response("throttled", retry_after_s=7)["Retry-After"] == "7"


def test_errors_of_input_point_at_the_place():
    nested = exceptions.ValidationError(
        {"actions": {2: ["Not an action."]}, "name": ["Taken.", "Too long."]}
    )

    answer = exception_handler(nested, {})

    assert answer.data["errors"] == [
        {"pointer": "/actions/2", "detail": "Not an action."},
        {"pointer": "/name", "detail": "Taken."},
        {"pointer": "/name", "detail": "Too long."},
    ]
    assert answer.data["detail"] == "Not an action. Taken. Too long."


@pytest.mark.parametrize(
    ("parts", "pointer"),
    [(["a"], "/a"), (["a", 0], "/a/0"), (["a/b", "c~d"], "/a~1b/c~0d"), ([], "")],
)
def test_pointers_are_escaped(parts, pointer):
    assert errors.pointer_to(*parts) == pointer


# -- seen from outside ---------------------------------------------------------------------------


def test_a_problem_names_the_request_as_the_log_does(db):
    answer = Api().get("workspaces/none")

    assert re.fullmatch("urn:request:[0-9a-f-]{36}", answer.json()["instance"])


@pytest.mark.parametrize("path", ["/api/v3/none", "/api/none", "/_allauth/none", "/static/none"])
@pytest.mark.parametrize("method", ["get", "post", "patch", "delete"])
def test_an_address_that_leads_nowhere_is_a_problem_for_every_method(db, path, method):
    api = Api()
    api.client.handler.enforce_csrf_checks = True

    assert problem_of(getattr(api.client, method)(path)) == (404, "not-found")


def test_a_method_that_is_not_offered_is_told_with_those_that_are(db):
    answer = Api().client.put("/api/v3/session")

    assert problem_of(answer) == (405, "method-not-allowed")
    assert "GET" in answer["Allow"]


def test_another_form_than_json_is_refused(ada):
    api = Api(ada)

    read = api.client.post("/api/v3/tokens", "name=x", content_type="text/plain")
    shown = api.get("tokens", accept="text/csv")

    assert problem_of(read) == (415, "unsupported-media-type")
    assert shown.status_code == 406
    assert shown.json()["type"] == "/problems/not-acceptable"


@pytest.mark.parametrize(
    "body", ["{", "", "\xff", "NaN", '{"name": NaN}', "[" * 100_000, '{"name": "\\ud800"}']
)
def test_a_body_that_is_not_json_is_refused(ada, body):
    answer = Api(ada).client.post(
        "/api/v3/tokens", body.encode("latin-1"), content_type="application/json"
    )

    status, name = problem_of(answer)
    assert status == 400
    assert name in ("malformed-request", "validation-failed")


def test_a_whole_character_written_as_two_halves_is_read(ada):
    answer = Api(ada).client.post(
        "/api/v3/tokens", '{"name": "\\ud83d\\ude00"}', content_type="application/json"
    )

    assert answer.json()["name"] == "\N{GRINNING FACE}"


@pytest.mark.parametrize("size", [1_000_001, 50_000_000])
def test_a_body_that_is_too_large_is_refused(ada, size):
    answer = Api(ada).client.post("/api/v3/tokens", b" " * size, content_type="application/json")

    assert problem_of(answer) == (413, "body-too-large")


def test_a_form_that_is_too_large_is_refused(ada):
    api = Api(ada)
    api.client.handler.enforce_csrf_checks = True

    answer = api.client.post(
        "/api/v3/tokens",
        b"a" * 50_000_000,
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code in (403, 413)
    assert answer["Content-Type"] == "application/problem+json"


def test_a_query_parameter_of_a_change_is_refused(ada):
    answer = Api(ada).client.post(
        "/api/v3/tokens?force=1", '{"name": "x"}', content_type="application/json"
    )

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/force"]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_the_parameter_format_is_as_unknown_as_any(ada, form):
    answer = Api(ada).get("tokens", {"format": form})

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/format"]


def test_a_fault_of_ours_is_a_problem_without_a_trace(ada, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr("server.people.views.tokens.clock.now", lambda: 1 / 0)
    api = Api(ada)
    api.client.raise_request_exception = False

    answer = api.post("tokens", {"name": "x"})

    assert problem_of(answer) == (500, "internal-error")
    assert "Traceback" not in answer.content.decode()
    assert "ZeroDivision" not in answer.content.decode()
