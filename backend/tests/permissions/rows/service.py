"""What staff do to run the service: backends, tokens, members, notices, tables."""

from server.fleet.models import Backend, BackendMembership, BackendToken, ServiceStop
from server.jobs.models import JobRequest
from tests import recipes
from tests.permissions.rules import Event, Row, everywhere, readers, signed_in

_BACKEND = "/api/v3/backends/{slug}"
_manages = everywhere("backend_manage")
_lets_run = everywhere("user_manage") | _manages


def _of_backend(w):
    return {"slug": w.backend.slug}


def _of_token(w):
    return _of_backend(w) | {"pk": BackendToken.objects.get(backend=w.backend, name="old").pk}


def _with_token(w):
    w.backend_token_of(w.backend, name="old")


def _with_member(w):
    BackendMembership.objects.get_or_create(backend=w.backend, user=w.subject)


def _stopped(w):
    ServiceStop.objects.create(since=recipes.NOON)


def _waiting(w):
    recipes.make_job_request(workspace=w.workspace, backend=w.backend, created_by=w.creator)


def _waiting_one(w, answer):
    return JobRequest.objects.get(backend=w.backend, status="pending").pk


def _new_runs(w, answer):
    return "new runs"


def _on_backend(verb):
    return Event(verb, "backend", lambda w, a: w.backend.pk)


_staff = everywhere("staff_area_access")
_ALERT = "/api/v3/site-alerts/{pk}"


def _of_alert(w):
    return {"pk": w.site_alert.pk}


def _kept_alert(w, answer):
    return answer["id"]


ROWS = [
    Row("GET", "/api/v3/orgs/{slug}/events", readers, names=lambda w: {"slug": w.org.slug}),
    Row("GET", "/api/v3/site-alerts", signed_in),
    Row(
        "POST",
        "/api/v3/site-alerts",
        _staff,
        body=lambda w: {"message": "No runs on Sunday."},
        ok=201,
        shown=("/api/v3/site-alerts", "can.manage"),
        leaves=Event("site_alert.created", "site_alert", _kept_alert),
    ),
    Row(
        "PATCH",
        _ALERT,
        _staff,
        names=_of_alert,
        body=lambda w: {"level": "info"},
        headers=lambda w: {"If-Match": '"v1"'},
        leaves=Event("site_alert.changed", "site_alert", _kept_alert),
    ),
    Row(
        "DELETE",
        _ALERT,
        _staff,
        names=_of_alert,
        headers=lambda w: {"If-Match": '"v1"'},
        ok=204,
        leaves=Event("site_alert.deleted", "site_alert", lambda w, a: w.site_alert.pk),
    ),
    Row("GET", _ALERT + "/events", _staff, names=_of_alert),
    Row("GET", "/api/v3/fleet", _manages),
    Row(
        "PUT",
        "/api/v3/fleet/stop",
        _manages,
        body=lambda w: {"note": "Moving."},
        ok=204,
        leaves=Event("service.stopped", "service", _new_runs),
    ),
    Row(
        "DELETE",
        "/api/v3/fleet/stop",
        _manages,
        given=_stopped,
        ok=204,
        leaves=Event("service.resumed", "service", _new_runs),
    ),
    Row(
        "POST",
        _BACKEND + "/cancel-waiting",
        _manages,
        names=_of_backend,
        given=_waiting,
        leaves=Event("job_request.cancelled", "job_request", _waiting_one),
    ),
    Row(
        "POST",
        _BACKEND + "/tokens/{pk}/rotate",
        _manages,
        names=_of_token,
        given=_with_token,
        body=lambda w: {"name": "next"},
        ok=201,
        only_session=True,
        leaves=Event(
            "backend_token.created",
            "backend",
            lambda w, a: w.backend.pk,
            more=("backend_token.retired",),
        ),
    ),
    Row("GET", "/api/v3/dashboards/copiloting", _staff),
    Row("GET", "/api/v3/dashboards/projects", _staff),
    Row("GET", "/api/v3/dashboards/repos", _staff),
    Row("GET", "/api/v3/dashboards/repos/at-host", _staff, query="?repo=opensafely/study"),
    Row("GET", "/api/v3/dashboards/repos-with-multiple-projects", _staff),
    Row(
        "POST",
        "/api/v3/backends",
        _manages,
        body=lambda w: {"slug": "new-site", "name": "New site"},
        ok=201,
        leaves=Event(
            "backend.created", "backend", lambda w, a: Backend.everywhere.get(slug="new-site").pk
        ),
    ),
    Row(
        "PATCH",
        _BACKEND,
        _manages,
        names=_of_backend,
        body=lambda w: {"maintenance": {"note": "Rebuild"}},
        headers=lambda w: {"If-Match": f'"v{w.backend.version}"'},
        shown=(_BACKEND, "can.manage"),
        leaves=_on_backend("backend.changed"),
    ),
    Row("GET", _BACKEND + "/calls", _manages, names=_of_backend),
    Row("GET", _BACKEND + "/events", readers, names=_of_backend),
    Row("GET", _BACKEND + "/tokens", _manages, names=_of_backend, only_session=True),
    Row(
        "POST",
        _BACKEND + "/tokens",
        _manages,
        names=_of_backend,
        body=lambda w: {"name": "new"},
        ok=201,
        only_session=True,
        leaves=_on_backend("backend_token.created"),
    ),
    Row(
        "DELETE",
        _BACKEND + "/tokens/{pk}",
        _manages,
        names=_of_token,
        given=_with_token,
        ok=204,
        leaves=_on_backend("backend_token.revoked"),
    ),
    Row("GET", _BACKEND + "/members", _lets_run, names=_of_backend),
    Row(
        "POST",
        _BACKEND + "/members",
        _lets_run,
        names=_of_backend,
        body=lambda w: {"usernames": [recipes.user.make(username="newcomer").username]},
        shown=(_BACKEND, "can.manage_members"),
        leaves=_on_backend("backend_member.added"),
    ),
    Row(
        "DELETE",
        _BACKEND + "/members/{username}",
        _lets_run,
        names=lambda w: _of_backend(w) | {"username": w.subject.username},
        given=_with_member,
        ok=204,
        leaves=_on_backend("backend_member.removed"),
    ),
]
