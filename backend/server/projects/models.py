"""Organisations, projects and who is in them; repositories; workspaces."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from server.core import clock
from server.core.slugs import RESERVED
from server.people.roles import PROJECT_ROLES, Role
from server.projects.querysets import OrgQuerySet, ProjectQuerySet, WorkspaceQuerySet

_USER = settings.AUTH_USER_MODEL
_SLUG = r"^[-a-z0-9_]+\Z"
_IS_SLUG = RegexValidator(_SLUG, "Use lower-case letters, digits, - and _ only.")


class Org(models.Model):
    """An organisation that research is done in."""

    name = models.CharField(max_length=255, unique=True)
    slug = models.CharField(max_length=255, unique=True, validators=[_IS_SLUG])
    description = models.TextField(blank=True, default="")
    github_orgs = models.JSONField(blank=True, default=list)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(
        _USER, null=True, on_delete=models.SET_NULL, related_name="orgs_created"
    )
    members: models.ManyToManyField = models.ManyToManyField(
        _USER, through="OrgMembership", through_fields=("org", "user"), related_name="orgs"
    )

    objects: ClassVar[OrgQuerySet] = OrgQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "organisation"
        constraints = [
            models.CheckConstraint(condition=Q(slug__regex=_SLUG), name="projects_org_slug_form"),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED)), name="projects_org_slug_free"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrgMembership(models.Model):
    """That a person belongs to an organisation; it carries no role."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="org_memberships")
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["org", "user"], name="projects_orgmembership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.org}"


class ProjectStatus(models.TextChoices):
    """How far a project is; it stops nobody from running jobs."""

    ONGOING = "ongoing", "Ongoing"
    POSTPONED = "postponed", "Postponed"
    RETIRED = "retired", "Retired"
    ONGOING_AND_LINKED = "ongoing-and-linked", "Ongoing and linked"
    COMPLETED_AND_LINKED = "completed-and-linked", "Completed and linked"
    COMPLETED_AND_AWAITING = "completed-and-awaiting", "Completed and awaiting"


class Project(models.Model):
    """A piece of research that was approved, with its people and workspaces."""

    name = models.CharField(max_length=255, unique=True)
    slug = models.CharField(max_length=255, unique=True, validators=[_IS_SLUG])
    number = models.CharField(max_length=20, null=True, unique=True)  # noqa: DJ001 - unique when set
    description = models.TextField(blank=True, default="")
    status = models.CharField(max_length=30, choices=ProjectStatus, default=ProjectStatus.ONGOING)
    status_description = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(
        _USER, null=True, on_delete=models.SET_NULL, related_name="projects_created"
    )
    orgs = models.ManyToManyField(Org, through="ProjectCollaboration", related_name="projects")
    members: models.ManyToManyField = models.ManyToManyField(
        _USER,
        through="ProjectMembership",
        through_fields=("project", "user"),
        related_name="projects",
    )

    objects: ClassVar[ProjectQuerySet] = ProjectQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(slug__regex=_SLUG), name="projects_project_slug_form"
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED)), name="projects_project_slug_free"
            ),
            models.CheckConstraint(
                condition=Q(status__in=ProjectStatus.values), name="projects_project_status_known"
            ),
            models.CheckConstraint(
                condition=Q(number=None)
                | Q(number__regex=r"^([1-9][0-9]*|POS-20[0-9]{2}-[1-9][0-9]{3})\Z"),
                name="projects_project_number_form",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """`NUMBER - NAME`, or the name alone where there is no number."""
        return f"{self.number} - {self.name}" if self.number else self.name

    @property
    def collaborations_in_order(self) -> list["ProjectCollaboration"]:
        """Its organisations' parts, the leading one first, then by name; lists prefetch them."""
        return sorted(self.collaborations.all(), key=lambda part: (not part.is_lead, part.org.name))


class ProjectCollaboration(models.Model):
    """That an organisation takes part in a project; one of them leads."""

    org = models.ForeignKey(Org, on_delete=models.PROTECT, related_name="collaborations")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="collaborations")
    is_lead = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["org", "project"], name="projects_collaboration_once"),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(is_lead=True),
                name="projects_collaboration_one_lead",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.org} in {self.project}"


class ProjectMembership(models.Model):
    """That a person belongs to a project; what he may do there are its roles."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="project_memberships")
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "user"], name="projects_membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.project}"


class ProjectRoleGrant(models.Model):
    """That a member holds a role in the project."""

    membership = models.ForeignKey(
        ProjectMembership, on_delete=models.CASCADE, related_name="role_grants"
    )
    role = models.CharField(max_length=40, choices=Role)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership", "role"], name="projects_rolegrant_once"),
            models.CheckConstraint(
                condition=Q(role__in=sorted(PROJECT_ROLES)), name="projects_rolegrant_role_is_local"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.role}"


class DataPermission(models.TextChoices):
    """Which people's records a project may use beyond everybody's."""

    INCLUDE_T1OO = "include_t1oo", "people with a type-1 opt-out"


class ProjectDataPermission(models.Model):
    """That a project may use these data: given by a person, on record."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="data_permissions")
    permission = models.CharField(max_length=40, choices=DataPermission)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "permission"], name="projects_datapermission_once"
            ),
            models.CheckConstraint(
                condition=Q(permission__in=DataPermission.values),
                name="projects_datapermission_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.permission}"


class Repo(models.Model):
    """A git repository that workspaces take their code from."""

    url = models.CharField(max_length=500)
    owner = models.CharField(max_length=100)
    name = models.CharField(max_length=100)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("url"), name="projects_repo_url_any_case"),
            models.CheckConstraint(
                condition=~Q(owner="") & ~Q(name=""), name="projects_repo_named"
            ),
        ]

    def __str__(self) -> str:
        return self.url


class Workspace(models.Model):
    """A unique name for one repository and branch; also the folder on the backend."""

    NAME_LENGTH: ClassVar[int] = 100

    name = models.CharField(max_length=NAME_LENGTH)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="workspaces")
    repo = models.ForeignKey(Repo, on_delete=models.PROTECT, related_name="workspaces")
    branch = models.CharField(max_length=255)
    purpose = models.TextField(blank=True, default="")
    is_archived = models.BooleanField(default=False)
    should_notify = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(
        _USER, on_delete=models.PROTECT, related_name="workspaces_created"
    )
    updated_at = models.DateTimeField(default=clock.now)
    updated_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[WorkspaceQuerySet] = WorkspaceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="projects_workspace_name_any_case"),
            models.CheckConstraint(
                condition=Q(name__regex=r"^[-a-zA-Z0-9_]+\Z"), name="projects_workspace_name_form"
            ),
            models.CheckConstraint(
                condition=~Q(name__in=sorted(RESERVED)), name="projects_workspace_name_free"
            ),
            models.CheckConstraint(condition=~Q(branch=""), name="projects_workspace_branch_set"),
        ]
        indexes = [
            # The list of workspaces, newest first; archived ones are asked for apart.
            models.Index(
                fields=["is_archived", "-created_at", "-id"], name="projects_workspace_newest"
            ),
            # The workspaces of a project.
            models.Index(
                fields=["project", "-created_at", "-id"], name="projects_workspace_of_project"
            ),
            # "Mine".
            models.Index(
                fields=["created_by", "-created_at", "-id"], name="projects_workspace_of_maker"
            ),
        ]

    def __str__(self) -> str:
        return self.name
