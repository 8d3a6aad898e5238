"""The addresses of pages, as links in mails and old bookmarks have them."""

from server.projects.models import Org, Project, Workspace


def paths_of(page: Org | Project | Workspace) -> list[str]:
    """The addresses under which the page can be linked to; each begins and ends with a slash.

    A project has the old service's address too, below which its workspaces lie.
    """
    match page:
        case Org():
            return [f"/orgs/{page.slug}/"]
        case Project():
            return [f"/projects/{page.slug}/", f"/{page.slug}/"]
        case Workspace():
            return [f"/{page.project.slug}/{page.name}/"]
