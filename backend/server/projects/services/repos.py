"""Signing repositories off, and what the git host is asked about them daily."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef

from integrations import git
from server.audit.services import record
from server.core.errors import require
from server.outbox.services import Event, publish
from server.people.actors import Actor
from server.projects import policies
from server.projects.errors import AlreadySignedOff, NotYetSignedOff
from server.projects.git_errors import as_problems
from server.projects.models import Org, Project, Repo, Workspace

REPO_SIGNED_OFF = "repo.signed_off"
_OUTPUTS_TOPIC = "github-releases"

logger = structlog.get_logger(__name__)


@transaction.atomic
def sign_off_repo(*, actor: Actor, repo: Repo, now: datetime) -> None:
    """Say for the researchers that the code may be made public; the makers of workspaces are told.

    Raises:
        AlreadySignedOff: a researcher has.
        PermissionRefused: `actor` is a member of no project that uses it.
        NotYetSignedOff: a workspace of it is not signed off.
    """
    if repo.researcher_signed_off_at is not None:
        raise _already(repo)
    require(policies.why_no_member_of_repo(actor, repo))
    if unsigned := policies.unsigned_workspaces(repo):
        raise NotYetSignedOff(policies.why_unsigned(unsigned))
    open_ones = Workspace.objects.filter(repo=OuterRef("pk"), signed_off_at=None)
    claimed = Repo.objects.filter(
        ~Exists(open_ones), pk=repo.pk, researcher_signed_off_at=None
    ).update(researcher_signed_off_at=now, researcher_signed_off_by=actor.person)
    if not claimed:
        raise _already(repo)
    _record(repo, actor=actor, verb="repo.signed_off", now=now)
    publish([Event(REPO_SIGNED_OFF, {"repo_id": repo.pk}, f"{REPO_SIGNED_OFF}:{repo.pk}")], now=now)


@transaction.atomic
def sign_off_repo_internally(*, actor: Actor, repo: Repo, now: datetime) -> None:
    """Say for the staff that the code may be made public.

    Raises:
        AlreadySignedOff: staff have.
        PermissionRefused: `actor` is no staff, or may not where outputs are on the git host.
        NotYetSignedOff: no researcher has.
    """
    if repo.internal_signed_off_at is not None:
        raise _already(repo)
    require(policies.why_not_sign_off_as_staff(actor, repo))
    if repo.researcher_signed_off_at is None:
        raise NotYetSignedOff(policies.RESEARCHER_FIRST)
    claimed = Repo.objects.filter(
        pk=repo.pk, internal_signed_off_at=None, researcher_signed_off_at__isnull=False
    ).update(internal_signed_off_at=now, internal_signed_off_by=actor.person)
    if not claimed:
        raise _already(repo)
    _record(repo, actor=actor, verb="repo.signed_off_internally", now=now)


def projects_using(*, owner: str, name: str) -> list[Project] | None:
    """The projects with a workspace on a repository, by name.

    None where the repository is unknown here and its owner is no organisation of ours either.
    """
    repo = Repo.objects.named(owner, name).first()
    if repo is not None:
        found = Project.objects.filter(workspaces__repo=repo).distinct()
        return list(found.order_by("name"))
    owners = Org.objects.values_list("github_orgs", flat=True)
    is_ours = owner.lower() in {each.lower() for names in owners for each in names}
    return [] if is_ours else None


def repo_at_host(*, owner: str, name: str, now: datetime) -> git.RepoInfo:
    """What the git host says of a repository: private or not, and where it is now.

    Raises:
        RepoNotFound: the host does not know it, or hides it.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    with as_problems(now=now):
        return git.get_host().get_repo(git.RepoName(owner=owner, name=name))


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many repositories were asked about, and which now have another answer or none."""

    asked: int
    changed: Sequence[str]
    unknown: Sequence[str]


def refresh_repos(*, actor: Actor, now: datetime) -> Refreshed:
    """Ask the git host which repositories have outputs published there; one call each.

    One that is gone keeps what was known. It ends early where the host takes no more calls.

    Raises:
        GitRateLimited, GitHostUnavailable: the host cannot be asked; what was learnt is kept.
    """
    asked, changed, unknown = 0, [], []
    host = git.get_host()
    for repo in Repo.objects.order_by("pk").iterator():
        asked += 1
        with as_problems(now=now):
            try:
                info = host.get_repo(git.RepoName(owner=repo.owner, name=repo.name))
            except (git.RepoNotFound, git.RefusedRepo):
                logger.warning("repo_not_found", repo=repo.url)
                unknown.append(repo.url)
                continue
        has_outputs = _OUTPUTS_TOPIC in info.topics
        if has_outputs != repo.has_github_outputs:
            _keep_outputs(repo, has_outputs=has_outputs, actor=actor, now=now)
            changed.append(repo.url)
    return Refreshed(asked=asked, changed=changed, unknown=unknown)


@transaction.atomic
def _keep_outputs(repo: Repo, *, has_outputs: bool, actor: Actor, now: datetime) -> None:
    Repo.objects.filter(pk=repo.pk).update(has_github_outputs=has_outputs)
    _record(
        repo,
        actor=actor,
        verb="repo.changed",
        before={"has_github_outputs": repo.has_github_outputs},
        after={"has_github_outputs": has_outputs},
        now=now,
    )


def _already(repo: Repo) -> AlreadySignedOff:
    return AlreadySignedOff(f"The repository {repo.owner}/{repo.name} is signed off already.")


def _record(
    repo: Repo,
    *,
    actor: Actor,
    verb: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    now: datetime,
) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="repo",
        target_id=repo.pk,
        target_name=f"{repo.owner}/{repo.name}",
        before=before,
        after=after,
        now=now,
    )
