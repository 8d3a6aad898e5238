"""From the slug in an address to the project that is meant."""

from rest_framework.exceptions import NotFound

from server.projects.models import Project


def find_project(slug: str) -> Project:
    """The project of this slug, with all that its page says.

    Raises:
        NotFound: there is none.
    """
    project = Project.objects.for_list().filter(slug=slug).first()
    if project is None:
        raise NotFound(f"There is no project {slug!r}.")
    return project
