"""Named questions about organisations, projects and workspaces."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce, Length, Lower

from server.core.matching import matching, starts_with
from server.core.narrow import PERSON, joined

if TYPE_CHECKING:
    from server.people.models import User
    from server.projects.models import (  # noqa: F401 - names the generics
        Org,
        Project,
        ProjectInvitation,
        ProjectMembership,
        Redirect,
        Repo,
        Workspace,
    )

_SCHEME = "https://"


class OrgQuerySet(models.QuerySet["Org"]):
    """Organisations, as pages ask for them."""

    def for_list(self) -> Self:
        """With `project_count`, the projects that each takes part in, and `member_count`."""
        return self.annotate(
            project_count=_count_of(self.model._meta.get_field("collaborations")),
            member_count=_count_of(self.model._meta.get_field("memberships")),
        )

    def with_member(self, user: "User") -> Self:
        """Those that the person belongs to."""
        return self.filter(pk__in=user.org_memberships.values("org_id"))

    def matching(self, text: str) -> Self:
        """Those whose name or slug begins with `text`; while they are few, has its words in it."""
        return self.filter(matching(self.model, text, "name", "slug"))


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects, as pages and forms ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializer touches; the queries do not grow with the page."""
        return (
            joined(self, copilot=PERSON)
            .annotate(
                workspace_count=_count_of(self.model._meta.get_field("workspaces")),
                member_count=_count_of(self.model._meta.get_field("memberships")),
            )
            .prefetch_related("collaborations__org")
        )

    def kept(self, *, archived: bool) -> Self:
        """Those in use, or the archived ones instead."""
        # By `in`: what the ORM makes of `is_archived=False` is no range of SQLite's index.
        return self.filter(is_archived__in=[archived])

    def keyed(self, keys: Iterable[int]) -> Self:
        """Those with these keys, such as the projects of an actor."""
        return self.filter(pk__in=list(keys))

    def highest_number(self) -> int | None:
        """The highest number without letters; None where no project has one."""
        # Without leading zeros the longest are the highest, and of those the last as text.
        numbers = self.exclude(number=None).exclude(number__startswith="POS-")
        found = numbers.order_by(Length("number").desc(), F("number").desc())
        number = found.values_list("number", flat=True).first()
        return None if number is None else int(number)

    def of_org(self, slug: str) -> Self:
        """Those that the organisation takes part in."""
        return self.filter(orgs__slug=slug)

    def matching(self, text: str) -> Self:
        """Those whose name, slug or number begins with `text`; while few, has its words in it."""
        return self.filter(matching(self.model, text, "name", "slug", "number"))


class RedirectQuerySet(models.QuerySet["Redirect"]):
    """Old addresses, as the staff's page and the fallback ask for them."""

    def for_list(self) -> Self:
        """With everything that says where each leads, in one query."""
        return self.select_related("org", "project", "workspace__project", "created_by")

    def of_kind(self, kind: str) -> Self:
        """Those that lead to an `org`, a `project` or a `workspace`."""
        return self.filter(**{f"{kind}__isnull": False})

    def beginning(self, text: str) -> Self:
        """Those whose address begins with `text`, with or without its first slash."""
        return self.filter(starts_with("old_path", "/" + text.lstrip("/")))


def _count_of(relation: Any) -> Coalesce:
    """How many rows lead to a row by `relation`; one probe of its index for each."""
    key = relation.field.name
    rows = relation.related_model._default_manager.filter(**{key: OuterRef("pk")}).order_by()
    counted = rows.values(key).annotate(rows=Count("pk")).values("rows")
    return Coalesce(Subquery(counted), Value(0))


class MembershipQuerySet(models.QuerySet["ProjectMembership"]):
    """Members of projects, as pages ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializer touches, in two queries however long the page."""
        return self.select_related("user").prefetch_related("role_grants")

    def of_people(self, users: Collection["User"]) -> Self:
        """The memberships of these people."""
        return self.filter(user__in=users)


class InvitationQuerySet(models.QuerySet["ProjectInvitation"]):
    """Invitations to projects, as pages ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializers touch, in two queries however long the page."""
        return self.select_related("project", "user", "created_by").prefetch_related("role_offers")

    def pending(self) -> Self:
        """Those that wait for an answer."""
        return self.filter(accepted_at=None)

    def to_person(self, user: "User", *, github_ids: Collection[int]) -> Self:
        """Those to the account, and to the GitHub accounts that it signs in by."""
        return self.filter(Q(user=user) | Q(user=None, github_id__in=github_ids))


class RepoQuerySet(models.QuerySet["Repo"]):
    """Repositories that workspaces use, as pages ask for them."""

    def for_list(self) -> Self:
        """Everything a row says, in two queries however long the page.

        `first_run_at` is when the first run on it was asked for.
        """
        shown = ("repo", "name", "signed_off_at", "project__slug", "project__name")
        return self._with_workspaces(self._workspaces().select_related("project").only(*shown))

    def whole(self) -> Self:
        """Everything the page of one says, in two queries: of its workspaces more than a row."""
        on_it = joined(
            self._workspaces(),
            project=("slug", "name"),
            created_by=PERSON,
            signed_off_by=PERSON,
        )
        return self._with_workspaces(on_it)

    def _with_workspaces(self, on_it: models.QuerySet["Workspace"]) -> Self:
        workspaces = self._workspaces()
        # One probe for each workspace: joined, all runs would be read and sorted.
        runs: Any = workspaces.model._meta.get_field("job_requests").related_model
        first = runs.objects.filter(workspace=OuterRef("pk")).order_by("created_at", "id")
        first_run = (
            workspaces.filter(repo=OuterRef("pk"))
            .annotate(first_run_at=Subquery(first.values("created_at")[:1]))
            .order_by(F("first_run_at").asc(nulls_last=True))
            .values("first_run_at")[:1]
        )
        rows = joined(self, researcher_signed_off_by=PERSON, internal_signed_off_by=PERSON)
        return rows.annotate(first_run_at=Subquery(first_run)).prefetch_related(
            Prefetch("workspaces", on_it)
        )

    def _workspaces(self) -> models.QuerySet["Workspace"]:
        """Those on any repository, by name."""
        model: Any = self.model._meta.get_field("workspaces").related_model
        rows: models.QuerySet[Workspace] = model.objects.order_by("name")
        return rows

    def named(self, owner: str, name: str) -> Self:
        """The one of this owner and name, in any letter case as its host has it."""
        return self.filter(owner__iexact=owner, name__iexact=name)

    def matching(self, text: str) -> Self:
        """Those whose name or address begins with `text`; while they are few, has its words.

        How every address begins is looked for in names alone.
        """
        columns = ["name"] if _SCHEME.startswith(text.lower()) else ["name", "url"]
        return self.filter(matching(self.model, text, *columns))

    def of_org(self, slug: str) -> Self:
        """Those that a project of the organisation uses."""
        return self.filter(workspaces__project__orgs__slug=slug).distinct()

    def signed_off_by_nobody(self) -> Self:
        """Those that wait for a researcher."""
        return self.filter(researcher_signed_off_at=None)

    def waiting_for_staff(self) -> Self:
        """Those that a researcher has signed off and staff have not."""
        return self.filter(researcher_signed_off_at__isnull=False, internal_signed_off_at=None)

    def signed_off(self) -> Self:
        """Those that both have signed off."""
        return self.filter(internal_signed_off_at__isnull=False)


class WorkspaceQuerySet(models.QuerySet["Workspace"]):
    """Workspaces, as pages and forms ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializer touches; the queries do not grow with the page."""
        rows = joined(
            self.select_related("project", "repo"), created_by=PERSON, signed_off_by=PERSON
        )
        return rows.prefetch_related("project__collaborations__org")

    def kept(self, *, archived: bool) -> Self:
        """Those in use, or the archived ones instead."""
        # By `in`: what the ORM makes of `is_archived=False` is no range of SQLite's index.
        return self.filter(is_archived__in=[archived])

    def of_project(self, slug: str) -> Self:
        """Those of one project."""
        return self.filter(project__slug=slug)

    def of_org(self, slug: str) -> Self:
        """Those of the projects that an organisation takes part in."""
        return self.filter(project__orgs__slug=slug)

    def named(self, text: str) -> Self:
        """The one of this name, in any letter case, and those of the project of this slug."""
        lowered = text.lower()
        by_name = self.annotate(lowered=Lower("name")).filter(lowered=lowered).values("pk")
        by_project = self.filter(project__slug=lowered).values("pk")
        return self.filter(Q(pk__in=by_name) | Q(pk__in=by_project))

    def made_by(self, user: "User") -> Self:
        """Those that the person made."""
        return self.filter(created_by=user)

    def matching(self, text: str) -> Self:
        """Those whose name or repository begins with `text`; while they are few, has its words."""
        repo: Any = self.model._meta.get_field("repo").related_model
        workspaces = self.model._base_manager
        by_name = workspaces.filter(matching(self.model, text, "name"))
        by_repo = workspaces.filter(repo__in=repo.objects.matching(text))
        # As two sets: in one condition neither index would serve.
        return self.filter(pk__in=by_name.values("pk").union(by_repo.values("pk")))
