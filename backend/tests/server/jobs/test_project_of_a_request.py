"""The database keeps the project of a request: that of its workspace, also after a move."""

from server.jobs.models import JobRequest
from server.projects.models import Workspace
from tests import recipes
from tests.recipes import make_job_request


def project_ids() -> set[int | None]:
    return set(JobRequest.objects.values_list("project", flat=True))


def test_a_new_request_has_the_project_of_its_workspace(tpp, w1):
    make_job_request(backend=tpp, workspace=w1)

    assert project_ids() == {w1.project_id}


def test_a_workspace_that_moves_takes_its_requests_along(tpp, w1, ada):
    other = recipes.workspace.make(
        name="w2", project=recipes.make_project(slug="covid-summer"), created_by=ada, updated_by=ada
    )
    stays, moves = (make_job_request(backend=tpp, workspace=each) for each in (w1, other))
    new = recipes.make_project(slug="flu-autumn")

    Workspace.objects.filter(pk=other.pk).update(project=new)

    found = dict(JobRequest.objects.values_list("pk", "project"))
    assert found == {stays.pk: w1.project_id, moves.pk: new.pk}
