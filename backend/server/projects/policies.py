"""What a person may do with projects and workspaces.

Each question is answered by the reason why not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from server.core.errors import Refusal
from server.people.actors import Actor
from server.people.permissions import Permission
from server.people.policies import can_create_workspaces, why_lacking
from server.projects.models import Project, Repo, Workspace


def why_not_create_any(actor: Actor) -> Refusal | None:
    """Why the person cannot make a workspace in whatever project; None where there is one."""
    if can_create_workspaces(actor):
        return None
    return why_lacking(actor, Permission.WORKSPACE_CREATE, deed="make workspaces")


def why_not_create(actor: Actor, project: Project) -> Refusal | None:
    """Why the person cannot make a workspace in `project`; None where they can."""
    return _in_a_living(project) or why_lacking(
        actor,
        Permission.WORKSPACE_CREATE,
        deed="make workspaces in this project",
        project_id=project.pk,
    )


def why_not_create_org(actor: Actor) -> Refusal | None:
    """Why the person cannot make an organisation; None where they can."""
    return why_lacking(actor, Permission.ORG_CREATE, deed="make organisations")


def why_not_edit_org(actor: Actor) -> Refusal | None:
    """Why the person cannot change organisations and their members; None where they can."""
    return why_lacking(actor, Permission.STAFF_AREA_ACCESS, deed="change organisations")


def why_not_manage_redirects(actor: Actor) -> Refusal | None:
    """Why the person cannot see or delete redirects; None where they can."""
    return why_lacking(actor, Permission.STAFF_AREA_ACCESS, deed="manage redirects")


def why_not_create_project(actor: Actor) -> Refusal | None:
    """Why the person cannot make projects; None where they can."""
    return why_lacking(actor, Permission.PROJECT_CREATE, deed="make projects")


def why_not_edit_status(actor: Actor, project: Project) -> Refusal | None:
    """Why the person cannot say how far `project` is; None where they can.

    Staff may everywhere, those who manage a project in theirs.
    """
    if actor.holds(Permission.STAFF_AREA_ACCESS):
        return None
    return why_lacking(
        actor,
        Permission.PROJECT_MANAGE,
        deed="change the status of this project",
        project_id=project.pk,
    )


def why_not_rename(actor: Actor, project: Project) -> Refusal | None:
    """Why the person cannot give `project` another name; None where they can.

    Staff may everywhere, a coordinator in his own project.
    """
    if actor.holds(Permission.STAFF_AREA_ACCESS):
        return None
    return why_lacking(
        actor,
        Permission.PROJECT_MANAGE_MEMBERS,
        deed="rename this project",
        project_id=project.pk,
    )


def why_not_edit_project(actor: Actor, project: Project) -> Refusal | None:  # noqa: ARG001
    """Why the person cannot change what only staff change of `project`; None where they can."""
    return why_lacking(
        actor,
        Permission.STAFF_AREA_ACCESS,
        deed="change the number, address, organisations or co-pilot of this project",
    )


def why_not_manage_webhooks(actor: Actor, project: Project) -> Refusal | None:
    """Why the person cannot see and change the webhooks of `project`; None where they can."""
    return why_lacking(
        actor,
        Permission.PROJECT_MANAGE,
        deed="manage the webhooks of this project",
        project_id=project.pk,
    )


def why_not_archive_project(actor: Actor, project: Project) -> Refusal | None:  # noqa: ARG001
    """Why the person cannot archive `project` or bring it back; None where they can."""
    return why_lacking(
        actor, Permission.STAFF_AREA_ACCESS, deed="archive this project or bring it back"
    )


def why_not_see_support(actor: Actor) -> Refusal | None:
    """Why the person cannot see who of the staff supports a project, and their notes."""
    return why_lacking(actor, Permission.STAFF_AREA_ACCESS, deed="see how projects are supported")


def why_not_see_choices(actor: Actor) -> Refusal | None:
    """Why the person cannot see what the forms about projects offer; None where they can."""
    return None if why_not_see_support(actor) is None else why_not_create_project(actor)


def why_not_manage_members(actor: Actor, project: Project) -> Refusal | None:
    """Why the person cannot change who is in `project`; None where they can.

    Staff may everywhere, a coordinator in his own project.
    """
    if actor.holds(Permission.USER_EDIT_PROJECT_ROLES):
        return None
    return why_lacking(
        actor,
        Permission.PROJECT_MANAGE_MEMBERS,
        deed="change who is in this project",
        project_id=project.pk,
    )


def why_not_edit(actor: Actor, workspace: Workspace) -> Refusal | None:
    """Why the person cannot change purpose and branch of `workspace`; None where they can."""
    return why_lacking(
        actor,
        Permission.WORKSPACE_CREATE,
        deed="change this workspace",
        project_id=workspace.project_id,
    )


def why_not_archive(actor: Actor, workspace: Workspace) -> Refusal | None:
    """Why the person cannot archive `workspace` or bring it back; None where they can."""
    if actor.holds(Permission.STAFF_AREA_ACCESS):
        return None
    return why_lacking(
        actor,
        Permission.WORKSPACE_ARCHIVE,
        deed="archive this workspace or bring it back",
        project_id=workspace.project_id,
    )


def why_not_toggle_notices(actor: Actor, workspace: Workspace) -> Refusal | None:
    """Why the person cannot switch the notices of `workspace`; None where they can."""
    return why_lacking(
        actor,
        Permission.WORKSPACE_TOGGLE_NOTIFICATIONS,
        deed="switch the notices of this workspace",
        project_id=workspace.project_id,
    )


def why_not_move(actor: Actor) -> Refusal | None:
    """Why the person cannot move a workspace to another project; None where they can."""
    return why_lacking(
        actor, Permission.STAFF_AREA_ACCESS, deed="move a workspace to another project"
    )


def why_not_archive_many(actor: Actor) -> Refusal | None:
    """Why the person cannot archive whichever workspaces at once; None where they can."""
    return why_lacking(actor, Permission.STAFF_AREA_ACCESS, deed="archive many workspaces at once")


def may_know_whether_archived(actor: Actor) -> bool:
    """Whether archived workspaces are told from others: to people with a role anywhere.

    Everybody else sees all workspaces alike. Source: domain reference 2.10 and 3.6.
    """
    return actor.has_any_role


def why_not_see_archived(actor: Actor) -> Refusal | None:
    """Why the person cannot ask which workspaces are archived; None where they can."""
    if may_know_whether_archived(actor):
        return None
    return Refusal("Which workspaces are archived is shown to people with a role in this service.")


def why_archived(actor: Actor, workspace: Workspace) -> Refusal | None:
    """That `workspace` or its project takes no new runs, where the person may know it."""
    if workspace.is_archived and may_know_whether_archived(actor):
        return Refusal("This workspace is archived. It keeps its history and takes no new runs.")
    if workspace.project.is_archived:
        return Refusal(
            f"The project {workspace.project.name} is archived. Its workspaces keep their history "
            "and take no new runs."
        )
    return None


def why_not_run(actor: Actor, workspace: Workspace) -> Refusal | None:
    """Why the person cannot ask for runs in `workspace`; None where they can.

    The first reason counts. Source: domain reference 2.10 and 3.5, rule 1; which backend is asked
    by the policies of `fleet`.
    """
    if archived := why_archived(actor, workspace):
        return archived
    lacking = why_lacking(
        actor,
        Permission.JOB_RUN,
        deed="run actions in this workspace",
        project_id=workspace.project_id,
    )
    if lacking:
        return lacking
    if not actor.backends:
        return Refusal(
            "You are a member of no backend, so there is none for you to run on. Ask the staff of "
            "this service to add you to one."
        )
    return None


def why_not_sign_off(actor: Actor, workspace: Workspace) -> Refusal | None:
    """Why the person cannot say that the code of `workspace` may be made public.

    Members of its project may, once. Source: domain reference 2.9 and 3.5, rule 8.
    """
    if workspace.signed_off_at is not None:
        return Refusal("This workspace is signed off.")
    if actor.user is None:
        return Refusal("Sign in to sign off this workspace.")
    if workspace.project_id not in actor.projects:
        return Refusal(
            "You may not sign off this workspace. Members of the project "
            f"{workspace.project.name} may."
        )
    return None


@dataclass(frozen=True, slots=True)
class Help:
    """Who can help a person to run: members with `in_project`, else staff with `everywhere`."""

    in_project: Permission | None
    everywhere: Permission


def whose_help_to_run(actor: Actor, workspace: Workspace) -> Help | None:
    """Whose help the first reason of `why_not_run` calls for; None where there is no reason."""
    refusal = why_not_run(actor, workspace)
    if refusal is None:
        return None
    if why_archived(actor, workspace):
        return Help(
            None if workspace.project.is_archived else Permission.WORKSPACE_ARCHIVE,
            Permission.STAFF_AREA_ACCESS,
        )
    if refusal.permission:
        return Help(Permission.PROJECT_MANAGE_MEMBERS, Permission.USER_EDIT_PROJECT_ROLES)
    return Help(None, Permission.BACKEND_MANAGE)


def _in_a_living(project: Project) -> Refusal | None:
    if project.is_archived:
        return Refusal(f"The project {project.name} is archived and takes no new workspaces.")
    return None


RESEARCHER_FIRST = "A researcher of a project that uses it signs it off first."


def unsigned_workspaces(repo: Repo) -> list[str]:
    """The names of the workspaces on `repo` that are not signed off; loaded by `for_list`."""
    return [each.name for each in repo.workspaces.all() if each.signed_off_at is None]


def why_unsigned(names: Sequence[str]) -> str:
    """That these workspaces have to be signed off first; names the first five."""
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return f"All its workspaces are signed off first. Still missing: {shown}."


def why_no_member_of_repo(actor: Actor, repo: Repo) -> Refusal | None:
    """Why the person cannot sign `repo` off for its researchers, as far as who he is goes.

    Members of any project with a workspace on it may. Source: domain reference 3.5, rule 8.
    """
    if actor.user is None:
        return Refusal("Sign in to sign off this repository.")
    if any(each.project_id in actor.projects for each in repo.workspaces.all()):
        return None
    return Refusal("You may not sign off this repository. Members of a project that uses it may.")


def why_not_sign_off_repo(actor: Actor, repo: Repo) -> Refusal | None:
    """Why the person cannot sign `repo` off for its researchers now; None where they can."""
    if repo.researcher_signed_off_at is not None:
        return Refusal("A researcher has signed it off.")
    if refusal := why_no_member_of_repo(actor, repo):
        return refusal
    unsigned = unsigned_workspaces(repo)
    return Refusal(why_unsigned(unsigned)) if unsigned else None


def why_not_sign_off_as_staff(actor: Actor, repo: Repo) -> Refusal | None:
    """Why the person cannot sign `repo` off for the staff, as far as who he is goes."""
    lacking = why_lacking(
        actor, Permission.STAFF_AREA_ACCESS, deed="sign off this repository for the staff"
    )
    if lacking or not repo.has_github_outputs:
        return lacking
    return why_lacking(
        actor,
        Permission.REPO_SIGN_OFF_WITH_OUTPUTS,
        deed="sign off a repository with outputs on the git host",
    )


def why_not_sign_off_repo_internally(actor: Actor, repo: Repo) -> Refusal | None:
    """Why the person cannot sign `repo` off for the staff now; None where they can."""
    if repo.internal_signed_off_at is not None:
        return Refusal("Staff have signed it off.")
    if refusal := why_not_sign_off_as_staff(actor, repo):
        return refusal
    return None if repo.researcher_signed_off_at is not None else Refusal(RESEARCHER_FIRST)
