"""What staff do for people, and the record of what everybody does."""

from allauth.usersessions.models import UserSession

from server.people.models import User
from server.people.roles import Role
from tests import recipes
from tests.permissions.rules import Event, Row, everywhere, readers, signed_in

_USER = "/api/v3/users/{username}"
_manages = everywhere("user_manage")


def _subject(w):
    return {"username": w.subject.username}


def _version(w):
    return {"If-Match": f'"v{w.subject.version}"'}


def _about_subject(verb):
    return Event(verb, "user", lambda w, a: w.subject.pk)


def _with_session(w):
    UserSession.objects.create(user=w.subject, session_key="k" * 32, ip="127.0.0.1")


def _change(path, method, body, leaves, **fields):
    """A change of the subject's account that is held against its version."""
    values = {"names": _subject, "headers": _version} | fields
    return Row(method, _USER + path, _manages, body=lambda w: body, leaves=leaves, **values)


ROWS = [
    Row("GET", "/api/v3/roles", readers),
    Row("GET", "/api/v3/users", readers, note="`account` for `user_manage` alone"),
    Row("GET", "/api/v3/users", _manages, case="by what staff filter by", query="?missing=org"),
    Row("GET", _USER, readers, names=_subject, note="`account` for `user_manage` alone"),
    Row("GET", _USER + "/events", _manages, names=_subject),
    _change("", "PATCH", {"fullname": "New Name"}, _about_subject("user.changed")),
    _change("/roles", "PUT", {"roles": ["OutputChecker"]}, _about_subject("role.given")),
    _change(
        "/orgs",
        "PUT",
        {"orgs": ["university"]},
        Event("org_member.added", "org", lambda w, a: w.org.pk),
    ),
    _change(
        "/backends",
        "PUT",
        {"backends": ["tpp"]},
        Event("backend_member.removed", "backend", lambda w, a: w.other_backend.pk),
    ),
    Row(
        "POST",
        _USER + "/roles/clear",
        _manages,
        names=_subject,
        given=lambda w: recipes.give_role(w.subject, Role.OUTPUT_CHECKER),
        leaves=_about_subject("role.taken"),
    ),
    Row(
        "DELETE",
        _USER + "/sessions",
        _manages,
        names=_subject,
        given=_with_session,
        leaves=_about_subject("user.signed_out"),
    ),
    Row(
        "DELETE",
        _USER + "/tokens/{pk}",
        _manages,
        names=lambda w: _subject(w) | {"pk": w.token_of_subject.pk},
        ok=204,
        leaves=Event(
            "personal_token.revoked", "personal_token", lambda w, a: w.token_of_subject.pk
        ),
    ),
    Row(
        "POST",
        "/api/v3/role-changes",
        _manages,
        body=lambda w: {"role": "TechSupport", "change": "give", "usernames": ["subject"]},
        leaves=_about_subject("role.given"),
    ),
    Row(
        "POST",
        "/api/v3/user-approvals",
        _manages,
        body=lambda w: {"usernames": ["subject"], "orgs": ["university"]},
        leaves=Event("org_member.added", "org", lambda w, a: w.org.pk),
    ),
    Row(
        "POST",
        "/api/v3/session/view-as",
        _manages,
        body=_subject,
        ok=204,
        only_session=True,
        leaves=_about_subject("view_as.begun"),
        note="as people without a role everywhere; as others for Administrators alone",
    ),
    Row(
        "DELETE",
        "/api/v3/session/view-as",
        signed_in,
        ok=204,
        only_session=True,
        while_viewing=True,
        leaves=Event(
            "view_as.ended",
            "user",
            lambda w, a: User.objects.get(username="viewed").pk,
            of=lambda caller: bool(caller.viewer),
        ),
        note="where there is no view nothing is on record",
    ),
    Row("GET", "/api/v3/audit-events", _manages),
    Row("GET", "/api/v3/audit-events/kinds", _manages),
    Row(
        "POST",
        "/api/v3/audit-exports",
        _manages,
        body=lambda w: {"form": "csv", "person": "subject"},
        scope="read",
        leaves=Event("record.exported", "record", lambda w, a: "audit"),
    ),
]
