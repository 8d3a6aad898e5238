"""Who and what a request names: the few words that its answers have of each."""

from server.jobs.reasons import BackendNow
from server.people.models import User
from server.projects.models import Project, Repo, Workspace

Named = dict[str, str]


def backend_named(backend: BackendNow) -> Named:
    """As `BackendRefOut` has it."""
    return {"slug": backend.slug, "name": backend.name}


def workspace_named(workspace: Workspace) -> Named:
    """As `WorkspaceRefOut` has it."""
    return {"name": workspace.name}


def project_named(project: Project) -> Named:
    """As `ProjectRefOut` has it."""
    return {"slug": project.slug, "name": project.name}


def repo_named(repo: Repo) -> Named:
    """As `RepoRefOut` has it."""
    return {"url": repo.url, "owner": repo.owner, "name": repo.name}


def person_named(person: User) -> Named:
    """As `PersonOut` has it."""
    return {"username": person.username, "name": person.display_name}
