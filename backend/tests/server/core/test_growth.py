"""No table grows for ever but the record itself, and what is over is forgotten in batches."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from server.core import sweeps
from server.core.models import IdempotentAnswer
from server.fleet.models import CallHour
from server.notify.models import Notice, NoticeKind, Webhook, WebhookKind
from server.outbox.models import OutboxMessage
from server.people.models import SignInTry, User
from server.projects.models import Project, Redirect
from tests import recipes
from tests.recipes import NOON

# The record: what was run, and who did what. It grows with the use, and is never deleted.
THE_RECORD = {
    "jobs.JobRequest",
    "jobs.JobRequestDetail",
    "jobs.Job",
    "jobs.JobDetail",
    "jobs.JobAttempt",
    "audit.AuditEvent",
}
# As many rows as there are people, places and what people set up; not as many as days or runs.
PEOPLE_AND_PLACES = {
    "account.EmailAddress",
    "account.EmailConfirmation",
    "alerts.SiteAlert",
    "auth.Group",
    "auth.Permission",
    "contenttypes.ContentType",
    "core.ChangeCounter",
    "fleet.Backend",
    "fleet.BackendMembership",
    "fleet.BackendToken",
    "fleet.CallCount",
    "fleet.RefusedCall",
    "fleet.ServiceStop",
    "mfa.Authenticator",
    "notify.Webhook",
    "people.PersonalToken",
    "people.RoleGrant",
    "people.User",
    "projects.Org",
    "projects.OrgMembership",
    "projects.Project",
    "projects.ProjectCollaboration",
    "projects.ProjectDataPermission",
    "projects.ProjectInvitation",
    "projects.ProjectInvitationRole",
    "projects.ProjectMembership",
    "projects.ProjectRoleGrant",
    "projects.Repo",
    "projects.Workspace",
    "socialaccount.SocialAccount",
    "socialaccount.SocialApp",
    "socialaccount.SocialToken",
}


def pruned_tables() -> set[str]:
    return {each.rows(NOON).model._meta.label for each in sweeps.retentions()}


def test_every_table_is_the_record_or_of_people_and_places_or_pruned(db: None) -> None:
    tables = {model._meta.label for model in apps.get_models()}
    through = {model._meta.label for model in apps.get_models(include_auto_created=True)} - tables

    assert tables == THE_RECORD | PEOPLE_AND_PLACES | pruned_tables()
    assert not THE_RECORD & pruned_tables()
    assert all(label.partition(".")[0] in ("auth", "people", "socialaccount") for label in through)


def make_answer(*, is_over: bool) -> Model:
    return IdempotentAnswer.objects.create(
        caller="1", operation="o", key="k", created_at=NOON - timedelta(days=3 if is_over else 1)
    )


def make_delivered(*, is_over: bool) -> Model:
    at = NOON - timedelta(days=8 if is_over else 6)
    return OutboxMessage.objects.create(
        topic="t", payload={}, key="k", not_before=at, created_at=at, done_at=at
    )


def make_given_up(*, is_over: bool) -> Model:
    at = NOON - timedelta(days=91 if is_over else 89)
    return OutboxMessage.objects.create(
        topic="t", payload={}, key="k", not_before=at, created_at=at, failed_at=at
    )


def make_session(*, is_over: bool) -> Model:
    return Session.objects.create(
        session_key="s", session_data="", expire_date=NOON + timedelta(days=-1 if is_over else 1)
    )


def make_user_session(*, is_over: bool) -> Model:
    session = make_session(is_over=is_over)
    return UserSession.objects.create(
        user=User.objects.get(username="ada"),
        session_key=session.pk,
        ip="192.0.2.1",
        user_agent="browser",
        data={},
    )


def make_try(*, is_over: bool) -> Model:
    return SignInTry.objects.create(key="k", at=NOON - timedelta(minutes=6 if is_over else 4))


def make_notice(*, is_over: bool) -> Model:
    return Notice.objects.create(
        user=User.objects.get(username="ada"),
        kind=NoticeKind.INVITED,
        key="k",
        created_at=NOON - timedelta(days=91 if is_over else 89),
    )


def make_delivery(*, is_over: bool) -> Model:
    ada = User.objects.get(username="ada")
    webhook = Webhook.objects.create(
        project=Project.objects.get(slug="asthma-winter"),
        name="chat",
        kind=WebhookKind.SLACK,
        url="https://hooks.example.org/a",
        created_by=ada,
        created_at=NOON,
    )
    return webhook.deliveries.create(
        identifier="a",
        key="a",
        event="test",
        body="{}",
        created_at=NOON - timedelta(days=31 if is_over else 29),
    )


def make_call_hour(*, is_over: bool) -> Model:
    hour = NOON - timedelta(days=7, hours=1 if is_over else 0)
    return CallHour.objects.create(
        backend=recipes.make_backend("tpp"), endpoint="jobs", hour=hour, calls=1
    )


def make_redirect(*, is_over: bool) -> Model:
    return Redirect.objects.create(
        old_path="/old/",
        project=Project.objects.get(slug="asthma-winter"),
        created_at=NOON - timedelta(days=400),
        expires_at=NOON + timedelta(days=-1 if is_over else 1),
    )


MAKERS = [
    make_answer,
    make_delivered,
    make_given_up,
    make_session,
    make_user_session,
    make_try,
    make_notice,
    make_delivery,
    make_call_hour,
    make_redirect,
]


@pytest.mark.usefixtures("ada", "project")
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("is_over", [True, False], ids=["over", "still needed"])
def test_what_is_over_is_forgotten_and_the_rest_stays(
    make: Callable[..., Any], is_over: bool
) -> None:
    row = make(is_over=is_over)

    sweeps.prune(now=lambda: NOON)

    assert type(row)._base_manager.filter(pk=row.pk).exists() is not is_over


def test_every_pruned_table_has_a_case(ada: User, project: Project) -> None:
    made = set()
    for make in MAKERS:
        with transaction.atomic():
            made.add(type(make(is_over=True))._meta.label)
            transaction.set_rollback(True)

    assert made == pruned_tables()


def test_an_interrupted_run_keeps_its_batches_and_the_next_goes_on(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeps, "BATCH", 10)
    SignInTry.objects.bulk_create(
        SignInTry(key=str(number), at=NOON - timedelta(hours=1)) for number in range(35)
    )
    batches = iter([None, None, KeyboardInterrupt()])

    def stop_at_the_third(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("SELECT") and "signintry" in sql and (error := next(batches)):
            raise error
        return execute(sql, *rest)

    with (
        connection.execute_wrapper(stop_at_the_third),
        pytest.raises(KeyboardInterrupt),
    ):
        sweeps.prune(now=lambda: NOON)
    assert SignInTry.objects.count() == 15

    sweeps.prune(now=lambda: NOON)
    assert not SignInTry.objects.exists()


def test_the_command_counts_and_then_forgets(db: None) -> None:
    make_try(is_over=True)

    def printed(*arguments: str) -> str:
        out = StringIO()
        call_command("prune", *arguments, stdout=out)
        return out.getvalue()

    assert "       1  wrong passwords, 5 minutes old" in printed("--dry-run")
    assert SignInTry.objects.count() == 1
    assert "       1  wrong passwords, 5 minutes old" in printed()
    assert not SignInTry.objects.exists()
    assert "       0  wrong passwords, 5 minutes old" in printed()
