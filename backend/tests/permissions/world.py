"""The real objects that every call of the matrix is about; built once, in one transaction.

Everything hangs together: one organisation leads the project, in which is the workspace, in which
a run waits on the backend. `creator` made all of it, `subject` is the person whom things are about.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from unittest.mock import patch

from django.conf import settings
from django.test import Client

from integrations.git.fake import FakeGitHost
from server.alerts.models import SiteAlert
from server.core import clock
from server.fleet.models import Backend
from server.jobs.models import Job, JobRequest
from server.people.models import PersonalToken, User
from server.projects.models import Org, Project, Redirect, Workspace
from tests import recipes

PASSWORD = "correct horse battery staple"
PROJECT_YAML = """\
version: '4'
actions:
  make_cohort:
    run: ehrql:v1 generate-dataset analysis/ds.py --output output/ds.csv.gz
    outputs:
      highly_sensitive:
        cohort: output/ds.csv.gz
"""
REPO = "https://github.com/opensafely/study"


@dataclass
class World:
    """What there is. `secrets` is every secret of it, none of which may be on record."""

    creator: User
    subject: User
    org: Org
    other_org: Org
    project: Project
    other_project: Project
    workspace: Workspace
    job_request: JobRequest
    job: Job
    backend: Backend
    other_backend: Backend
    redirect: Redirect
    site_alert: SiteAlert
    token_of_subject: PersonalToken
    secrets: set[str] = field(default_factory=set)

    def session_of(self, person: User) -> str:
        """The cookie of a new session of the person."""
        browser = Client()
        browser.force_login(person)
        cookie = browser.cookies[settings.SESSION_COOKIE_NAME].value
        self.secrets.add(cookie)
        return cookie

    def token_of(self, person: User, **fields: object) -> str:
        """The secret of a new personal token."""
        return self._kept(recipes.make_personal_token(person, **fields))

    def backend_token_of(self, backend: Backend, **fields: object) -> str:
        """The secret of a new token of the backend."""
        return self._kept(recipes.make_backend_token(backend, **fields))

    def _kept(self, secret: str) -> str:
        self.secrets.add(secret)
        return secret


def build() -> World:
    """All objects; the caller has a transaction open and takes it back."""
    creator = recipes.user.make(username="creator", email="creator@example.org")
    subject = recipes.user.make(username="subject", email="subject@example.org")
    subject.set_password(PASSWORD)
    subject.save(update_fields=["password"])
    made_by = {"created_by": creator, "updated_by": creator}
    project = recipes.make_project(slug="here", name="Here", org_slugs=("university",), **made_by)
    other_project = recipes.make_project(slug="elsewhere", name="Elsewhere", org_slugs=("clinic",))
    org, other_org = Org.objects.get(slug="university"), Org.objects.get(slug="clinic")
    Org.objects.filter(pk=org.pk).update(**made_by)
    repo = recipes.repo.make(owner="opensafely", name="study", url=REPO)
    workspace = recipes.workspace.make(name="study-main", project=project, repo=repo, **made_by)
    backend, other_backend = recipes.make_backend("tpp"), recipes.make_backend("emis")
    job_request = recipes.make_job_request(
        workspace=workspace, backend=backend, created_by=creator, status="running"
    )
    job = recipes.make_job(job_request, action="fit", status="running")
    secret = recipes.make_personal_token(subject)
    return World(
        creator=creator,
        subject=subject,
        org=org,
        other_org=other_org,
        project=project,
        other_project=other_project,
        workspace=workspace,
        job_request=job_request,
        job=job,
        backend=backend,
        other_backend=other_backend,
        redirect=Redirect.objects.create(
            old_path="/old-name/",
            project=project,
            created_by=creator,
            expires_at=clock.now() + timedelta(days=30),
        ),
        site_alert=SiteAlert.objects.create(
            message="No runs on Sunday.", created_by=creator, updated_by=creator
        ),
        token_of_subject=PersonalToken.objects.get(user=subject),
        secrets={PASSWORD, subject.password, secret, settings.SECRET_KEY},
    )


@contextmanager
def git_host() -> Iterator[None]:
    """A git host in memory with the study on it, in place of the one of the settings."""
    host = FakeGitHost()
    repo = host.add_repo("opensafely/study")
    host.add_commit(repo, files={"project.yaml": PROJECT_YAML}, message="Begin")
    with patch("integrations.git.get_host", lambda: host):
        yield
