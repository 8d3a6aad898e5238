"""Before roles counted, everybody changed the workspaces he had made and ran on every backend.

Whoever made a workspace or asked for a run becomes a developer of its project, and a member of each
backend that he has run on: nobody who was at work is shut out by the upgrade.
"""

from django.db import migrations
from django.utils import timezone

_DEVELOPER = "ProjectDeveloper"


def keep(apps, schema_editor):
    projects = {
        name: apps.get_model("projects", name).objects
        for name in ("Workspace", "ProjectMembership", "ProjectRoleGrant")
    }
    requests = apps.get_model("jobs", "JobRequest").objects
    backend_members = apps.get_model("fleet", "BackendMembership").objects
    now = timezone.now()
    at_work = set(projects["Workspace"].values_list("project_id", "created_by_id"))
    at_work |= set(requests.values_list("workspace__project_id", "created_by_id").distinct())
    for project_id, user_id in at_work:
        membership, _ = projects["ProjectMembership"].get_or_create(
            project_id=project_id, user_id=user_id, defaults={"created_at": now}
        )
        projects["ProjectRoleGrant"].get_or_create(
            membership_id=membership.pk, role=_DEVELOPER, defaults={"created_at": now}
        )
    for backend_id, user_id in requests.values_list("backend_id", "created_by_id").distinct():
        backend_members.get_or_create(
            backend_id=backend_id, user_id=user_id, defaults={"created_at": now}
        )


def leave(apps, schema_editor):
    """Nothing: who was made a member may have been one before."""


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0001_initial"),
        ("fleet", "0003_announced_maintenance"),
        ("projects", "0002_people_and_projects"),
    ]
    operations = [migrations.RunPython(keep, leave)]
