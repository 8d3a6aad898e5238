"""Projects: who makes, changes and archives them, who lets people in, who answers invitations."""

from server.notify.models import Webhook, WebhookDelivery
from server.projects.models import Project, ProjectInvitation
from tests import recipes
from tests.permissions.rules import (
    Event,
    Row,
    elsewhere,
    everywhere,
    here,
    oneself,
    readers,
    signed_in,
)

_PROJECT = "/api/v3/projects/{slug}"
_MEMBER = f"{_PROJECT}/members/{{username}}"

managers = everywhere("user_edit_project_roles") | here("project_manage_members")
staff = everywhere("staff_area_access")


def _of_project(w):
    return {"slug": w.project.slug}


def _pk(w, answer):
    return w.project.pk


def _event(deed, *more):
    return Event(deed, "project", _pk, more=more)


def _change(case, who, shown, **body):
    return Row(
        "PATCH",
        _PROJECT,
        who,
        case=case,
        names=_of_project,
        body=lambda w: body,
        headers=lambda w: {"If-Match": f'"v{w.project.version}"'},
        shown=(_PROJECT, shown),
        leaves=_event("project.changed"),
    )


_WEBHOOKS = f"{_PROJECT}/webhooks"
project_managers = here("project_manage")


def _has_a_webhook(w):
    webhook = Webhook.objects.create(
        project=w.project,
        name="notebook",
        kind="signed",
        url="https://hooks.example.org/run",
        secret="whsec_AAAA",
        created_at=recipes.NOON,
        created_by=w.creator,
    )
    webhook.deliveries.create(
        identifier="msg_a", key="a", event="test", body="{}", created_at=recipes.NOON
    )


def _on_webhook(method, path, **more):
    return Row(
        method,
        f"{_WEBHOOKS}/{{pk}}{path}",
        project_managers,
        names=lambda w: (
            _of_project(w)
            | {"pk": Webhook.objects.get().pk, "delivery": WebhookDelivery.objects.get().pk}
        ),
        given=_has_a_webhook,
        **more,
    )


def _newcomer(w):
    recipes.user.make(username="newcomer")


def _newcomer_is_member(w):
    recipes.make_member(w.project, recipes.user.make(username="newcomer"), "ProjectDeveloper")


def _subject_is_invited(w):
    ProjectInvitation.objects.create(
        project=w.project, username=w.subject.username, user=w.subject, created_by=w.creator
    )


def _of_invitation(w):
    return {"pk": ProjectInvitation.objects.get().pk}


def _on_member(method, *, ok, leaves, **more):
    return Row(
        method,
        _MEMBER,
        managers,
        names=lambda w: _of_project(w) | {"username": "newcomer"},
        given=_newcomer_is_member,
        ok=ok,
        shown=(_PROJECT, "can.manage_members"),
        leaves=leaves,
        **more,
    )


def _answer_to_invitation(deed, *, ok, leaves):
    return Row(
        "POST",
        f"/api/v3/invitations/{{pk}}/{deed}",
        oneself,
        names=_of_invitation,
        given=_subject_is_invited,
        ok=ok,
        refused=404,
        leaves=leaves,
    )


ROWS = [
    Row(
        "POST",
        "/api/v3/projects",
        everywhere("project_create"),
        body=lambda w: {"name": "New one", "orgs": [w.org.slug]},
        ok=201,
        shown=("/api/v3/session", "can.create_project"),
        leaves=Event(
            "project.created", "project", lambda w, a: Project.objects.get(slug="new-one").pk
        ),
    ),
    Row("GET", "/api/v3/project-choices", staff | everywhere("project_create")),
    _change(
        "status",
        staff | here("project_manage"),
        "can.edit_status",
        status="postponed",
        status_description="Waits for data.",
    ),
    _change("name", staff | here("project_manage_members"), "can.rename", name="Renamed"),
    _change("slug", staff, "can.edit", slug="renamed"),
    _change("archive", staff, "can.archive", is_archived=True),
    Row("GET", f"{_PROJECT}/events", readers, names=_of_project),
    Row("GET", f"{_PROJECT}/repos", readers, names=_of_project),
    Row("GET", f"{_PROJECT}/members", readers, names=_of_project),
    Row(
        "POST",
        f"{_PROJECT}/members",
        managers,
        names=_of_project,
        given=_newcomer,
        body=lambda w: {"usernames": ["newcomer"], "roles": ["ProjectDeveloper"]},
        ok=201,
        shown=(_PROJECT, "can.manage_members"),
        leaves=_event("project_member.added", "project_member.roles_changed"),
    ),
    _on_member(
        "PATCH",
        ok=200,
        body=lambda w: {"roles": []},
        leaves=_event("project_member.roles_changed"),
    ),
    _on_member(
        "DELETE",
        ok=204,
        leaves=_event("project_member.removed", "project_member.roles_changed"),
    ),
    Row("GET", f"{_PROJECT}/invitations", managers, names=_of_project),
    Row(
        "POST",
        f"{_PROJECT}/invitations",
        managers,
        names=_of_project,
        given=_newcomer,
        body=lambda w: {"usernames": ["newcomer"], "roles": []},
        shown=(_PROJECT, "can.manage_members"),
        leaves=_event("project_invitation.sent"),
    ),
    Row(
        "DELETE",
        f"{_PROJECT}/invitations/{{pk}}",
        managers,
        names=lambda w: _of_project(w) | _of_invitation(w),
        given=_subject_is_invited,
        ok=204,
        leaves=_event("project_invitation.cancelled"),
    ),
    Row(
        "DELETE",
        f"{_PROJECT}/invitations/{{pk}}",
        everywhere("user_edit_project_roles") | elsewhere("project_manage_members"),
        case="through another project",
        names=lambda w: {"slug": w.other_project.slug} | _of_invitation(w),
        given=_subject_is_invited,
        ok=404,
        unrecorded="the other project has no such invitation",
        note="404: an invitation is reached through its own project alone",
    ),
    Row("GET", "/api/v3/invitations", signed_in),
    _answer_to_invitation(
        "accept",
        ok=200,
        leaves=_event("project_invitation.accepted", "project_member.added"),
    ),
    _answer_to_invitation("decline", ok=204, leaves=_event("project_invitation.declined")),
    Row(
        "GET",
        _WEBHOOKS,
        project_managers,
        names=_of_project,
        shown=(_PROJECT, "can.manage_webhooks"),
    ),
    Row(
        "POST",
        _WEBHOOKS,
        project_managers,
        names=_of_project,
        body=lambda w: {"name": "n", "kind": "signed", "url": "https://hooks.example.org/run"},
        ok=201,
        leaves=_event("webhook.created"),
    ),
    _on_webhook("DELETE", "", ok=204, leaves=_event("webhook.deleted")),
    _on_webhook("POST", "/test", ok=202, leaves=_event("webhook.tested")),
    _on_webhook("GET", "/deliveries"),
    _on_webhook("POST", "/deliveries/{delivery}/send", ok=202, leaves=_event("webhook.sent_again")),
]
