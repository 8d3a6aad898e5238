"""Addresses that ask nobody who he is, and the sign-in library's, which asks in its own way."""

from tests.permissions.callers import Caller
from tests.permissions.router import METHODS
from tests.permissions.rules import Event, Row, Rule, anyone
from tests.permissions.world import PASSWORD

_CHANGING = tuple(method for method in METHODS if method != "GET")
_CALLBACK = "/accounts/github/login/callback"
_nobody = Rule("nobody: there is nothing", lambda caller: True, is_open=True)


def _of_backend(w):
    return {"slug": w.backend.slug}


def _nothing_at(path, address, methods=METHODS):
    return [
        Row(method, path, _nobody, address=address, ok=404, unrecorded="there is nothing")
        for method in methods
    ]


def _signing_in(caller: Caller) -> int:
    if not caller.sends_csrf:
        return 403
    return 409 if caller.has_session else 200


def _reading_the_session(caller: Caller) -> int:
    return 200 if caller.has_session else 401


def _signing_out(caller: Caller) -> int:
    return 401 if caller.sends_csrf else 403


ROWS = [
    Row("GET", "/…", anyone, address="/anything", note="the page, which holds nothing"),
    Row("GET", "/favicon.ico", anyone, ok=302),
    Row("GET", "/health-check", anyone),
    Row("GET", "/readyz", anyone),
    Row(
        "GET",
        "/metrics",
        anyone,
        expect=lambda caller: 404,
        note="404 without `METRICS_TOKEN`; with it, who sends it",
    ),
    *(
        Row(
            method,
            "/health-check",
            anyone,
            expect=lambda caller: 200 if caller.sends_csrf else 403,
            unrecorded="it does nothing",
            note="403 without the CSRF token",
        )
        for method in _CHANGING
    ),
    Row("GET", "/status/{slug}", anyone, names=_of_backend),
    Row("GET", "/status/{slug}/db-availability", anyone, names=_of_backend),
    Row("GET", "/api/openapi.yaml", anyone),
    Row("GET", "/api/docs", anyone),
    Row("GET", "/api/v3/problems", anyone),
    Row(
        "GET",
        "/api/v3/versions",
        anyone,
        address="/api/v3/versions?topic=requests",
        expect=lambda caller: 200,
        note="not even a token that has ended is looked at; an answer tells that something moved",
    ),
    *_nothing_at("/api/…", "/api/v9/anything"),
    *_nothing_at("/api/v2/…", "/api/v2/anything"),
    Row(
        "POST",
        "/_allauth/browser/v1/auth/login",
        anyone,
        body=lambda w: {"username": "subject", "password": PASSWORD},
        expect=_signing_in,
        leaves=Event(
            "session.started",
            "user",
            lambda w, a: w.subject.pk,
            actor=("person", "subject", ""),
        ),
        note="403 without the CSRF token, 409 where somebody is signed in already",
    ),
    Row(
        "GET",
        "/_allauth/browser/v1/auth/session",
        anyone,
        expect=_reading_the_session,
        note="401 where nobody is signed in by session",
    ),
    Row(
        "DELETE",
        "/_allauth/browser/v1/auth/session",
        anyone,
        expect=_signing_out,
        while_viewing=True,
        leaves=Event(
            "session.ended",
            "user",
            more=("view_as.ended",),
            statuses=(401,),
            of=lambda caller: caller.has_session,
        ),
        note="401 is the library's answer that nobody is signed in any more; 403 without the "
        "CSRF token",
    ),
    Row(
        "POST",
        "/_allauth/browser/v1/auth/provider/redirect",
        anyone,
        expect=lambda caller: 302 if caller.sends_csrf else 403,
        unrecorded="it leads to GitHub, or back to the sign-in page",
        note="a form of the sign-in page; 403 without the CSRF token",
    ),
    Row(
        "GET",
        _CALLBACK,
        anyone,
        address=f"{_CALLBACK}/",
        ok=302,
        note="who comes back from GitHub is led on, and others to the sign-in page",
    ),
    *(
        Row(
            method,
            _CALLBACK,
            anyone,
            address=f"{_CALLBACK}/",
            expect=lambda caller: 405 if caller.sends_csrf else 403,
            unrecorded="GitHub sends people here by GET alone",
            note="no method of it",
        )
        for method in _CHANGING
    ),
]
