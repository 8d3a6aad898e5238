"""Moving, archiving and signing off: workspaces and their repositories."""

from server.core import clock
from server.projects.models import Repo, Workspace
from tests.permissions.rules import Event, Row, Rule, everywhere, member, readers, signed_in

_WORKSPACE = "/api/v3/workspaces/{name}"
_REPO = "/api/v3/repos/{owner}/{name}"

any_role = Rule(
    "who holds a role anywhere",
    lambda caller: bool(caller.roles | caller.roles_in_project | caller.roles_elsewhere),
)


def _of_workspace(w):
    return {"name": w.workspace.name}


def _of_repo(w):
    return {"owner": w.workspace.repo.owner, "name": w.workspace.repo.name}


def _workspaces_are_signed_off(w):
    Workspace.objects.filter(repo=w.workspace.repo).update(
        signed_off_at=clock.now(), signed_off_by=w.creator
    )


def _researcher_has_signed_off(w):
    Repo.objects.filter(pk=w.workspace.repo_id).update(
        researcher_signed_off_at=clock.now(), researcher_signed_off_by=w.creator
    )


def _outputs_are_published(w):
    _researcher_has_signed_off(w)
    Repo.objects.filter(pk=w.workspace.repo_id).update(has_github_outputs=True)


def _internal_sign_off(case, who, given):
    return Row(
        "POST",
        f"{_REPO}/internal-sign-off",
        who,
        case=case,
        names=_of_repo,
        given=given,
        shown=(_REPO, "can.sign_off_internally"),
        leaves=Event("repo.signed_off_internally", "repo", lambda w, a: w.workspace.repo_id),
    )


ROWS = [
    Row("GET", "/api/v3/workspaces", any_role, case="archived", query="?archived=true"),
    Row("GET", f"{_WORKSPACE}/events", readers, names=_of_workspace),
    Row(
        "PATCH",
        _WORKSPACE,
        everywhere("staff_area_access"),
        case="move",
        names=_of_workspace,
        body=lambda w: {"project": w.other_project.slug},
        headers=lambda w: {"If-Match": f'"v{w.workspace.version}"'},
        shown=(_WORKSPACE, "can.move"),
        leaves=Event("workspace.changed", "workspace", lambda w, a: w.workspace.pk),
    ),
    Row(
        "POST",
        "/api/v3/workspaces/archive",
        everywhere("staff_area_access"),
        body=lambda w: {"names": [w.workspace.name]},
        leaves=Event("workspace.changed", "workspace", lambda w, a: w.workspace.pk),
    ),
    Row(
        "POST",
        f"{_WORKSPACE}/sign-off",
        member,
        names=_of_workspace,
        shown=(_WORKSPACE, "can.sign_off"),
        leaves=Event("workspace.signed_off", "workspace", lambda w, a: w.workspace.pk),
    ),
    Row("GET", "/api/v3/repo-choices", signed_in, query="?owner=opensafely"),
    Row("GET", _REPO, readers, names=_of_repo),
    Row("GET", f"{_REPO}/at-host", signed_in, names=_of_repo),
    Row("GET", f"{_REPO}/events", readers, names=_of_repo),
    Row("GET", f"{_REPO}/projects", readers, names=_of_repo),
    Row(
        "POST",
        f"{_REPO}/sign-off",
        member,
        names=_of_repo,
        given=_workspaces_are_signed_off,
        shown=(_REPO, "can.sign_off"),
        leaves=Event("repo.signed_off", "repo", lambda w, a: w.workspace.repo_id),
    ),
    _internal_sign_off("", everywhere("staff_area_access"), _researcher_has_signed_off),
    _internal_sign_off(
        "outputs on the git host",
        everywhere("staff_area_access") & everywhere("repo_sign_off_with_outputs"),
        _outputs_are_published,
    ),
]
