"""One's own account: sessions, password, second factor, and its end."""

import time
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from server.core import clock
from server.people.models import User
from tests.permissions.callers import Caller
from tests.permissions.rules import Event, Row, anyone, oneself, signed_in
from tests.permissions.world import PASSWORD, World
from tests.server.people.second_factor import SECRET, code_of, give_codes_app

_LIBRARY = "/_allauth/browser/v1/"
_NOT_CSRF = "401 where nobody is signed in by session, 403 without the CSRF token"
_ELSEWHERE = "tests/server/people/test_passkeys.py and test_second_factor.py hold it to the record"


def _signed_in_elsewhere(w: World) -> None:
    """Everybody has a second browser."""
    people = list(User.objects.all())
    Session.objects.bulk_create(
        Session(
            session_key=f"elsewhere{person.pk:023}",
            session_data="",
            expire_date=clock.now() + timedelta(days=1),
        )
        for person in people
    )
    UserSession.objects.bulk_create(
        UserSession(user=person, ip="192.0.2.7", session_key=f"elsewhere{person.pk:023}")
        for person in people
    )


def _session_elsewhere(w: World) -> dict[str, object]:
    return {"pk": UserSession.objects.get(user=w.subject).pk}


def _said_again(w: World) -> None:
    """The person it is about has just said the password again, and begun to add an app."""
    for row in Session.objects.all():
        store = SessionStore(row.session_key)
        if store.get("_auth_user_id") == str(w.subject.pk):
            step = {"method": "password", "at": time.time(), "reauthenticated": True}
            store["account_authentication_methods"] = [step]
            store["account_authentication_methods_user"] = str(w.subject.pk)
            store["mfa.totp.secret"] = SECRET
            store.save()


def _has_codes(w: World) -> None:
    _said_again(w)
    give_codes_app(w.subject)


def _has_a_passkey(w: World) -> None:
    _said_again(w)
    Authenticator.objects.create(
        user=w.subject, type="webauthn", data={"name": "laptop", "credential": {}}
    )


def _passkey(w: World) -> int:
    return Authenticator.objects.get(user=w.subject, type="webauthn").pk


def _closing(caller: Caller) -> int:
    """Only the subject types his own name and password."""
    if not caller.is_live or not caller.username:
        return 401
    if not caller.is_trusted or caller.scopes is not None:
        return 403
    return 204 if caller.is_subject else 400


def _answers(*, subject: int, others: int, changes: bool = True):
    """What the library answers to the person it is about and to other people in a browser."""

    def status(caller: Caller) -> int:
        if changes and not caller.sends_csrf:
            return 403
        if not caller.has_session:
            return 401
        return subject if caller.is_subject else others

    return status


def _to_all(status: int):
    """What the library answers to everybody whose page of ours it is."""
    return lambda caller: status if caller.sends_csrf else 403


def _read(path: str, *, subject: int, others: int, note: str) -> Row:
    return Row(
        "GET",
        _LIBRARY + path,
        signed_in,
        expect=_answers(subject=subject, others=others, changes=False),
        only_session=True,
        note=note,
    )


def _change(method: str, path: str, *, subject: int, others: int, note: str, **more) -> Row:
    return Row(
        method,
        _LIBRARY + path,
        signed_in,
        expect=_answers(subject=subject, others=others),
        only_session=True,
        note=note,
        **more,
    )


def _of_subject(verb: str, *more: str) -> Event:
    return Event(verb, "user", lambda w, a: w.subject.pk, more=more)


ROWS = [
    Row("GET", "/api/v3/account", signed_in, note="one's own"),
    Row(
        "PATCH",
        "/api/v3/account",
        signed_in,
        headers=lambda w: {"If-Match": '"v1"'},
        body=lambda w: {"wants_notices": False},
        leaves=Event("user.changed", "user"),
    ),
    Row("GET", "/api/v3/account/failures", signed_in, note="of one's own runs"),
    Row("GET", "/api/v3/notices", signed_in, note="one's own"),
    Row("GET", "/api/v3/notices/unread", signed_in, note="one's own"),
    Row(
        "POST",
        "/api/v3/notices/read",
        signed_in,
        body=lambda w: {},
        note="one's own",
        unrecorded="what somebody has read is his own business",
    ),
    Row(
        "GET",
        "/api/v3/account/export",
        signed_in,
        only_session=True,
        in_person=True,
        note="one's own, and not while viewing as somebody",
    ),
    Row(
        "POST",
        "/api/v3/account/close",
        oneself,
        body=lambda w: {"username": "subject", "password": PASSWORD},
        ok=204,
        only_session=True,
        expect=_closing,
        note="400 where user name or password are another's",
        leaves=Event(
            "user.closed",
            "user",
            lambda w, a: w.subject.pk,
            more=("backend_member.removed", "personal_token.revoked", "user.signed_out"),
        ),
    ),
    Row(
        "GET",
        "/api/v3/sessions",
        signed_in,
        only_session=True,
        in_person=True,
        note="one's own, and not while viewing as somebody",
    ),
    *(
        Row(
            "DELETE",
            path,
            signed_in,
            given=_signed_in_elsewhere,
            ok=204,
            only_session=True,
            leaves=Event("user.signed_out", "user"),
        )
        for path in ("/api/v3/sessions", "/api/v3/sessions/all")
    ),
    Row(
        "DELETE",
        "/api/v3/sessions/{pk}",
        oneself,
        names=_session_elsewhere,
        given=_signed_in_elsewhere,
        ok=204,
        refused=404,
        only_session=True,
        leaves=_of_subject("user.signed_out"),
    ),
    _change(
        "POST",
        "auth/reauthenticate",
        subject=200,
        others=400,
        body=lambda w: {"password": PASSWORD},
        note=f"{_NOT_CSRF}; 400 for a wrong password",
        unrecorded="it changes nothing",
    ),
    _change(
        "POST",
        "account/password/change",
        subject=200,
        others=409,
        body=lambda w: {"current_password": PASSWORD, "new_password": "battery staple 77"},
        note=f"{_NOT_CSRF}; 409 for accounts without a password",
        leaves=_of_subject("password.changed", "user.signed_out"),
    ),
    _read("account/authenticators", subject=200, others=200, note="401 without a session"),
    _read(
        "account/authenticators/totp",
        subject=401,
        others=409,
        note="401 until the password is said again; 409 for accounts without one",
    ),
    _change(
        "POST",
        "account/authenticators/totp",
        subject=200,
        others=400,
        given=_said_again,
        body=lambda w: {"code": code_of(SECRET)},
        note=f"{_NOT_CSRF}; 400 for a wrong code",
        leaves=_of_subject("second_factor.added"),
    ),
    _change(
        "DELETE",
        "account/authenticators/totp",
        subject=200,
        others=404,
        given=_has_codes,
        note=f"{_NOT_CSRF}; 404 where there is none",
        leaves=_of_subject("second_factor.removed"),
    ),
    _change(
        "POST",
        "account/authenticators/recovery-codes",
        subject=200,
        others=400,
        given=_has_codes,
        note=f"{_NOT_CSRF}; 400 without a second factor",
        leaves=_of_subject("second_factor.added"),
    ),
    _read(
        "account/authenticators/webauthn",
        subject=401,
        others=409,
        note="401 until the password is said again; 409 for accounts without one",
    ),
    _change(
        "POST",
        "account/authenticators/webauthn",
        subject=400,
        others=400,
        body=lambda w: {"credential": {}},
        note=f"{_NOT_CSRF}; 400 for what no authenticator made",
        unrecorded=_ELSEWHERE,
    ),
    _change(
        "PUT",
        "account/authenticators/webauthn",
        subject=200,
        others=400,
        given=_has_a_passkey,
        body=lambda w: {"id": _passkey(w), "name": "key ring"},
        note=f"{_NOT_CSRF}; 400 for another's",
        leaves=_of_subject("second_factor.renamed"),
    ),
    _change(
        "DELETE",
        "account/authenticators/webauthn",
        subject=200,
        others=400,
        given=_has_a_passkey,
        body=lambda w: {"authenticators": [_passkey(w)]},
        note=f"{_NOT_CSRF}; 400 for another's",
        leaves=_of_subject("second_factor.removed"),
    ),
    *(
        Row(
            "POST",
            f"{_LIBRARY}auth/{path}",
            anyone,
            body=lambda w: {"code": "123456", "credential": {}},
            expect=_to_all(status),
            note=note,
            unrecorded=_ELSEWHERE,
        )
        for path, status, note in [
            ("2fa/authenticate", 401, "401 before the first step of signing in; 403 without CSRF"),
            ("webauthn/authenticate", 401, "401 before the first step; 403 without CSRF"),
            ("webauthn/login", 400, "400 for what no authenticator made; 403 without CSRF"),
        ]
    ),
    Row(
        "GET",
        f"{_LIBRARY}auth/webauthn/authenticate",
        anyone,
        expect=lambda caller: 401,
        note="401 before the first step of signing in",
    ),
    Row("GET", f"{_LIBRARY}auth/webauthn/login", anyone, expect=lambda caller: 200),
]
