"""Organisations, projects, workspaces, where their code is, and where they were called."""

from server.projects.models import Org, OrgMembership, Workspace
from tests.permissions.rules import Event, Row, everywhere, here, readers, signed_in
from tests.permissions.world import REPO

_WORKSPACE = "/api/v3/workspaces/{name}"


def _of_workspace(w):
    return {"name": w.workspace.name}


def _of_repo(w):
    return {"owner": w.workspace.repo.owner, "name": w.workspace.repo.name}


def _change(case, who, shown, **body):
    return Row(
        "PATCH",
        _WORKSPACE,
        who,
        case=case,
        names=_of_workspace,
        body=lambda w: body,
        headers=lambda w: {"If-Match": f'"v{w.workspace.version}"'},
        shown=(_WORKSPACE, shown),
        leaves=Event("workspace.changed", "workspace", lambda w, a: w.workspace.pk),
    )


_ORG = "/api/v3/orgs/{slug}"


def _of_org(w):
    return {"slug": w.org.slug}


def _if_match_org(w):
    return {"If-Match": f'"v{w.org.version}"'}


def _event_of_org(verb):
    return Event(verb, "org", lambda w, a: w.org.pk)


def _on_org(method, path, *, names=_of_org, **more):
    return Row(
        method,
        path,
        everywhere("staff_area_access"),
        names=names,
        shown=(_ORG, "can.edit"),
        **more,
    )


ROWS = [
    Row("GET", "/api/v3/orgs", readers),
    Row("GET", "/api/v3/orgs/{slug}", readers, names=lambda w: {"slug": w.org.slug}),
    Row(
        "POST",
        "/api/v3/orgs",
        everywhere("org_create"),
        body=lambda w: {"name": "New one"},
        ok=201,
        leaves=Event("org.created", "org", lambda w, a: Org.objects.get(slug="new-one").pk),
    ),
    _on_org(
        "PATCH",
        _ORG,
        body=lambda w: {"description": "another"},
        headers=_if_match_org,
        leaves=_event_of_org("org.changed"),
    ),
    Row("GET", f"{_ORG}/logo", readers, names=_of_org, ok=404, note="it has no picture"),
    _on_org(
        "PUT",
        f"{_ORG}/logo",
        body=lambda w: b"\x89PNG\r\n\x1a\n",
        headers=_if_match_org,
        leaves=_event_of_org("org.changed"),
    ),
    _on_org("DELETE", f"{_ORG}/logo", headers=_if_match_org, leaves=_event_of_org("org.changed")),
    Row("GET", f"{_ORG}/members", readers, names=_of_org),
    _on_org(
        "POST",
        f"{_ORG}/members",
        body=lambda w: {"usernames": ["subject"]},
        leaves=_event_of_org("org_member.added"),
    ),
    _on_org(
        "DELETE",
        f"{_ORG}/members/{{username}}",
        names=lambda w: {"slug": w.org.slug, "username": "subject"},
        given=lambda w: OrgMembership.objects.create(org=w.org, user=w.subject),
        ok=204,
        leaves=_event_of_org("org_member.removed"),
    ),
    Row("GET", "/api/v3/projects", readers),
    Row("GET", "/api/v3/projects/{slug}", readers, names=lambda w: {"slug": w.project.slug}),
    Row("GET", "/api/v3/workspaces", readers),
    Row(
        "POST",
        "/api/v3/workspaces",
        here("workspace_create"),
        body=lambda w: {
            "name": "new-one",
            "project": w.project.slug,
            "repo": REPO,
            "branch": "main",
            "purpose": "to see",
        },
        ok=201,
        leaves=Event(
            "workspace.created",
            "workspace",
            lambda w, a: Workspace.objects.get(name="new-one").pk,
        ),
    ),
    Row("GET", _WORKSPACE, readers, names=_of_workspace),
    _change("purpose", here("workspace_create"), "can.edit", purpose="another"),
    _change(
        "archive",
        everywhere("staff_area_access") | here("workspace_archive"),
        "can.archive",
        is_archived=True,
    ),
    _change(
        "notices",
        here("workspace_toggle_notifications"),
        "can.toggle_notices",
        should_notify=True,
    ),
    Row("GET", "/api/v3/repos", signed_in),
    Row("GET", "/api/v3/repos/{owner}/{name}/branches", signed_in, names=_of_repo),
    Row(
        "GET",
        "/api/v3/repos/{owner}/{name}/commits",
        signed_in,
        names=_of_repo,
        query="?branch=main",
    ),
    Row("GET", "/api/v3/redirects", everywhere("staff_area_access")),
    Row(
        "DELETE",
        "/api/v3/redirects/{pk}",
        everywhere("staff_area_access"),
        names=lambda w: {"pk": w.redirect.pk},
        ok=204,
        leaves=Event("redirect.deleted", "redirect", lambda w, a: w.redirect.pk),
    ),
]
