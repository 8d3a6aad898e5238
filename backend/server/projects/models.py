"""Organisations, projects and who is in them; repositories; workspaces."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from server.core import clock
from server.core.matching import Folded
from server.core.slugs import RESERVED
from server.people.roles import PROJECT_ROLES, Role
from server.projects.querysets import (
    InvitationQuerySet,
    MembershipQuerySet,
    OrgQuerySet,
    ProjectQuerySet,
    RedirectQuerySet,
    RepoQuerySet,
    WorkspaceQuerySet,
)

_USER = settings.AUTH_USER_MODEL
_SLUG = r"^[-a-z0-9_]+\Z"
_IS_SLUG = RegexValidator(_SLUG, "Use lower-case letters, digits, - and _ only.")


def _both_or_neither(prefix: str, *, name: str) -> models.CheckConstraint:
    """That the time and the person of one deed are set together."""
    at, by = f"{prefix}_at__isnull", f"{prefix}_by__isnull"
    return models.CheckConstraint(
        condition=Q(**{at: True, by: True}) | Q(**{at: False, by: False}), name=name
    )


class Org(models.Model):
    """An organisation that research is done in."""

    name = models.CharField(max_length=255, unique=True)
    slug = models.CharField(max_length=255, unique=True, validators=[_IS_SLUG])
    description = models.TextField(blank=True, default="")
    github_orgs = models.JSONField(blank=True, default=list)
    # The key of the uploaded picture in the file store, and its type; empty where there is none.
    logo_key = models.CharField(max_length=100, blank=True, default="")
    logo_type = models.CharField(max_length=40, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=clock.now)
    updated_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")
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
            models.CheckConstraint(
                condition=Q(logo_key="", logo_type="") | (~Q(logo_key="") & ~Q(logo_type="")),
                name="projects_org_logo_with_type",
            ),
        ]
        indexes = [
            # Search, by how a name or slug begins.
            models.Index(Folded("name"), name="projects_org_search_name"),
            models.Index(Folded("slug"), name="projects_org_search_slug"),
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


class ProjectCategory(models.TextChoices):
    """Under which rules a project was approved."""

    INTERNAL = "internal", "Internal"
    LEGACY = "legacy", "Legacy"
    LEGACY_APPROVED = "legacy_approved", "Legacy, approved"
    APPROVED = "approved", "Approved"
    UNKNOWN = "unknown", "Unknown"


class Project(models.Model):
    """A piece of research that was approved, with its people and workspaces."""

    name = models.CharField(max_length=255, unique=True)
    slug = models.CharField(max_length=255, unique=True, validators=[_IS_SLUG])
    number = models.CharField(max_length=20, null=True, unique=True)  # noqa: DJ001 - unique when set
    description = models.TextField(blank=True, default="")
    status = models.CharField(max_length=30, choices=ProjectStatus, default=ProjectStatus.ONGOING)
    status_description = models.TextField(blank=True, default="")
    category = models.CharField(
        max_length=20, choices=ProjectCategory, default=ProjectCategory.UNKNOWN
    )
    # The member of staff who supports the project, until when, and what staff note about it.
    copilot = models.ForeignKey(
        _USER, null=True, on_delete=models.SET_NULL, related_name="copiloted_projects"
    )
    copilot_support_ends_at = models.DateTimeField(null=True)
    copilot_notes = models.TextField(blank=True, default="")
    is_archived = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=clock.now)
    updated_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")
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
                condition=Q(category__in=ProjectCategory.values),
                name="projects_project_category_known",
            ),
            models.CheckConstraint(
                condition=Q(number=None)
                | Q(number__regex=r"^([1-9][0-9]*|POS-20[0-9]{2}-[1-9][0-9]{3})\Z"),
                name="projects_project_number_form",
            ),
        ]
        indexes = [
            # Search, by how a name, slug or number begins.
            models.Index(Folded("name"), name="projects_project_search_name"),
            models.Index(Folded("slug"), name="projects_project_search_slug"),
            models.Index(Folded("number"), name="projects_project_search_number"),
            # The list of projects, newest first; archived ones are asked for apart.
            models.Index(
                fields=["is_archived", "-created_at", "-id"], name="projects_project_newest"
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

    objects: ClassVar[MembershipQuerySet] = MembershipQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "user"], name="projects_membership_once"),
        ]
        indexes = [
            # The members of a project, newest first.
            models.Index(
                fields=["project", "-created_at", "-id"], name="projects_membership_newest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.project}"

    @property
    def roles(self) -> list[str]:
        """The roles held here, by name; lists prefetch them."""
        return sorted(grant.role for grant in self.role_grants.all())


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


class ProjectInvitation(models.Model):
    """That a person was asked to join a project with these roles.

    `github_id` is who was asked: GitHub's number stays when the name changes. Local accounts, which
    have none, are asked by `user`; the other way, `user` is set as soon as the person is known.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="invitations")
    username = models.CharField(max_length=150)
    github_id = models.BigIntegerField(null=True)
    user = models.ForeignKey(
        _USER, null=True, on_delete=models.CASCADE, related_name="project_invitations"
    )
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    objects: ClassVar[InvitationQuerySet] = InvitationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "github_id"],
                condition=Q(accepted_at=None),
                name="projects_invitation_once_by_github",
            ),
            models.UniqueConstraint(
                fields=["project", "user"],
                condition=Q(accepted_at=None),
                name="projects_invitation_once_by_user",
            ),
            models.CheckConstraint(
                condition=Q(github_id__isnull=False) | Q(user__isnull=False),
                name="projects_invitation_names_somebody",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(user__isnull=False),
                name="projects_invitation_accepted_by_somebody",
            ),
        ]
        indexes = [
            # What waits for a person who signs in for the first time.
            models.Index(fields=["github_id"], name="projects_invitation_of_github"),
        ]

    def __str__(self) -> str:
        return f"{self.username} to {self.project}"

    @property
    def roles(self) -> list[str]:
        """The roles offered, by name; lists prefetch them."""
        return sorted(offer.role for offer in self.role_offers.all())


class ProjectInvitationRole(models.Model):
    """A role that the invited person will hold in the project."""

    invitation = models.ForeignKey(
        ProjectInvitation, on_delete=models.CASCADE, related_name="role_offers"
    )
    role = models.CharField(max_length=40, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "role"], name="projects_invitationrole_once"
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted(PROJECT_ROLES)),
                name="projects_invitationrole_is_local",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitation}: {self.role}"


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
    # Whether the git host says that outputs were published there; asked daily.
    has_github_outputs = models.BooleanField(default=False)
    # A researcher, then a member of staff, say that the code may be made public.
    researcher_signed_off_at = models.DateTimeField(null=True)
    researcher_signed_off_by = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+"
    )
    internal_signed_off_at = models.DateTimeField(null=True)
    internal_signed_off_by = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[RepoQuerySet] = RepoQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("url"), name="projects_repo_url_any_case"),
            models.CheckConstraint(
                condition=~Q(owner="") & ~Q(name=""), name="projects_repo_named"
            ),
            _both_or_neither("researcher_signed_off", name="projects_repo_researcher_sign_off"),
            _both_or_neither("internal_signed_off", name="projects_repo_internal_sign_off"),
            models.CheckConstraint(
                condition=Q(internal_signed_off_at=None)
                | Q(researcher_signed_off_at__isnull=False),
                name="projects_repo_researcher_signs_first",
            ),
        ]
        indexes = [
            # Search, by how a name or address begins.
            models.Index(Folded("name"), name="projects_repo_search_name"),
            models.Index(Folded("url"), name="projects_repo_search_url"),
            # The list of repositories, newest first.
            models.Index(fields=["-created_at", "-id"], name="projects_repo_newest"),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def projects_in_order(self) -> list[Project]:
        """The projects that use it, by name; lists prefetch its workspaces."""
        found = {each.project_id: each.project for each in self.workspaces.all()}
        return sorted(found.values(), key=lambda project: project.name.casefold())


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
    # What `GET /api/v2/workspaces/NAME/status` tells the release tools.
    uses_new_release_flow = models.BooleanField(default=True)
    # A member of the project says that the repository's part of this workspace may be public.
    signed_off_at = models.DateTimeField(null=True)
    signed_off_by = models.ForeignKey(_USER, null=True, on_delete=models.PROTECT, related_name="+")
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
            _both_or_neither("signed_off", name="projects_workspace_sign_off"),
        ]
        indexes = [
            # Search, by how a name begins.
            models.Index(Folded("name"), name="projects_workspace_search_name"),
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


class Redirect(models.Model):
    """An address that a page had before a slug or a project changed; it leads to the page now.

    Exactly one of `org`, `project` and `workspace` says where to.
    """

    # Begins and ends with a slash. The longest one that a path begins with wins.
    old_path = models.CharField(max_length=600, unique=True)
    org = models.ForeignKey(Org, null=True, on_delete=models.CASCADE, related_name="redirects")
    project = models.ForeignKey(
        Project, null=True, on_delete=models.CASCADE, related_name="redirects"
    )
    workspace = models.ForeignKey(
        Workspace, null=True, on_delete=models.CASCADE, related_name="redirects"
    )
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField()

    objects: ClassVar[RedirectQuerySet] = RedirectQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(org__isnull=False, project=None, workspace=None)
                | Q(org=None, project__isnull=False, workspace=None)
                | Q(org=None, project=None, workspace__isnull=False),
                name="projects_redirect_leads_to_one",
            ),
            models.CheckConstraint(
                condition=Q(old_path__startswith="/", old_path__endswith="/"),
                name="projects_redirect_path_form",
            ),
        ]
        indexes = [
            # The staff's list, newest first.
            models.Index(fields=["-created_at", "-id"], name="projects_redirect_newest"),
        ]

    def __str__(self) -> str:
        return self.old_path

    @property
    def page(self) -> Org | Project | Workspace:
        """Whose page it leads to."""
        page = self.org or self.project or self.workspace
        if page is None:
            raise LookupError("The database lets no redirect lead nowhere.")
        return page

    @property
    def kind(self) -> str:
        """`org`, `project` or `workspace`."""
        return type(self.page).__name__.lower()
