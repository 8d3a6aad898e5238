"""What the worker sends to people. What each channel promises: docs/explanation/notices.md."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from server.audit.models import AuditEvent
from server.core import clock
from server.fleet.models import Backend, BackendToken
from server.fleet.tokens import TokenState, state_at
from server.jobs.endings import ending_of
from server.jobs.events import end_of
from server.jobs.models import Job, JobRequest
from server.notify import inbox, webhooks
from server.notify.messages import (
    account_changed,
    backend_silent,
    invited_to_project,
    job_finished,
    repo_signed_off,
    run_as_data,
    run_finished,
    run_in_words,
    silence_in_words,
    token_expires,
    token_expiring,
)
from server.notify.models import DeliveryStatus, NoticeKind, WebhookDelivery
from server.outbox.services import Event, publish
from server.people.models import RunMail, User
from server.people.permissions import Permission
from server.projects.models import ProjectInvitation, Repo

RUN_MAIL_DUE = "run_mail.due"

logger = structlog.get_logger(__name__)


def tell_of_finished_job(payload: Mapping[str, Any], key: str) -> None:
    """Mail who asked for the run that one of its jobs has finished.

    It tells of the ending that `key` names, also where the job was tried again since. A repeat
    sends the same `Message-ID`, by which mail systems know it.
    """
    job = (
        Job.objects.select_related("detail", "job_request__created_by", "workspace")
        .filter(pk=payload["job_id"])
        .first()
    )
    ending = ending_of(job, key=key) if job else None
    if job is None or ending is None:
        logger.info("mail_not_sent", reason="the job is not finished any more", key=key)
    elif not _is_mailed(job.job_request.created_by, RunMail.EACH_JOB):
        reason = "the asker has no address or wants no mail of each job"
        logger.info("mail_not_sent", reason=reason, job_request=job.job_request.pk)
    else:
        job_finished(job, ending=ending, key=key, base_url=settings.BASE_URL).send()


def announce_finished_run(payload: Mapping[str, Any], key: str) -> None:
    """Tell of a run that is over, each channel by a message of its own: who fails repeats alone.

    All in one transaction, so that a kill leaves all of it or nothing. An end is told of once,
    however often the run was opened and over again without another.
    """
    job_request = _run(payload)
    if job_request is None or job_request.is_active:
        logger.info("run_not_announced", reason="it goes on, or is gone", key=key)
        return
    now, end = clock.now(), end_of(job_request)
    with transaction.atomic():
        if job_request.will_notify:
            asker = job_request.created_by
            inbox.put(
                [asker] if asker.is_active else [],
                kind=NoticeKind.RUN_FINISHED,
                text=run_in_words(job_request),
                path=f"/requests/{job_request.identifier}",
                key=end,
                now=now,
            )
            publish([Event(RUN_MAIL_DUE, payload, key=f"{RUN_MAIL_DUE}:{end}")], now=now)
        url = f"{settings.BASE_URL}/requests/{job_request.identifier}"
        webhooks.tell_project(
            job_request.workspace.project,
            event="run.finished",
            data=run_as_data(job_request, url=url),
            text=f"{run_in_words(job_request)} {url}",
            key=end,
            now=now,
        )


def mail_finished_run(payload: Mapping[str, Any], key: str) -> None:
    """Mail who asked for a run that it is over, where one mail a run is wanted.

    A repeat sends the same `Message-ID`.
    """
    job_request = _run(payload)
    if job_request is None or not _is_mailed(job_request.created_by, RunMail.EACH_RUN):
        logger.info("mail_not_sent", reason="the asker wants no mail of each run", key=key)
        return
    jobs = list(job_request.jobs.listed().order_by("created_at", "id"))
    message = run_finished(job_request, jobs=jobs, key=key, base_url=settings.BASE_URL)
    message.send()


def deliver_webhook(payload: Mapping[str, Any], key: str) -> None:  # noqa: ARG001 - it has its own
    """Carry one message to a webhook; nothing where the webhook is gone, or has taken it already.

    A repeat carries the same id and the same body.
    """
    delivery = _delivery(payload)
    if delivery is not None and delivery.status != DeliveryStatus.DELIVERED:
        webhooks.deliver(delivery, now=clock.now())


def give_webhook_up(payload: Mapping[str, Any], key: str) -> None:
    """Say in the log of a webhook that a message is not tried any more."""
    delivery = _delivery(payload)
    if delivery is not None:
        webhooks.give_up(delivery, key=key)


def _delivery(payload: Mapping[str, Any]) -> WebhookDelivery | None:
    rows = WebhookDelivery.objects.select_related("webhook")
    return rows.filter(pk=payload["delivery_id"]).first()


def _run(payload: Mapping[str, Any]) -> JobRequest | None:
    rows = JobRequest.objects.select_related("created_by", "workspace__project", "backend")
    return rows.filter(pk=payload["job_request_id"]).first()


def tell_of_silent_backend(payload: Mapping[str, Any], key: str) -> None:
    """Tell whose runs are unfinished there, and who manages backends, that a backend is quiet."""
    backend = Backend.everywhere.get(pk=payload["backend_id"])
    people = list(_owners_and_operators(backend))
    text = silence_in_words(backend)
    inbox.put(
        people,
        kind=NoticeKind.BACKEND_SILENT,
        text=text,
        path="/backends",
        key=key,
        now=clock.now(),
    )
    addresses = sorted({person.email for person in people if _is_told(person)})
    if addresses:
        backend_silent(backend, to=addresses, key=key, base_url=settings.BASE_URL).send()
    else:
        logger.info("mail_not_sent", reason="nobody to tell has an address", backend=backend.slug)


def _owners_and_operators(backend: Backend) -> QuerySet[User]:
    unfinished = JobRequest.objects.active_for(backend)
    return User.objects.filter(
        Q(pk__in=_operators().values("pk")) | Q(pk__in=unfinished.values("created_by")),
        is_active=True,
    )


def _operators() -> QuerySet[User]:
    return User.objects.get_queryset().in_use().able_to(Permission.BACKEND_MANAGE)


def tell_of_invitation(payload: Mapping[str, Any], key: str) -> None:
    """Mail who was invited to a project, where an address is known and mail is wanted.

    Who has never signed in finds the invitation at the first sign-in.
    """
    invitation = (
        ProjectInvitation.objects.for_list().pending().filter(pk=payload["invitation_id"]).first()
    )
    guest = invitation.user if invitation else None
    if invitation is not None and guest is not None and guest.is_active:
        inbox.put(
            [guest],
            kind=NoticeKind.INVITED,
            text=f"You are invited to the project {invitation.project.title}.",
            path="/projects?mine=true",
            key=key,
            now=clock.now(),
        )
    if invitation is None or guest is None:
        logger.info("mail_not_sent", reason="nobody here is asked any more or yet", key=key)
    elif not _is_told(guest):
        logger.info("mail_not_sent", reason="the guest has no address or wants none", key=key)
    else:
        invited_to_project(invitation, key=key, base_url=settings.BASE_URL).send()


def tell_of_security_change(payload: Mapping[str, Any], key: str) -> None:
    """Mail a person that the ways into the account changed, whether notices are wanted or not."""
    event = AuditEvent.objects.get(pk=payload["event_id"])
    person = User.objects.get(pk=payload["user_id"])
    to = payload.get("address", person.email)
    if not to:
        logger.info("mail_not_sent", reason="the account has no address any more", key=key)
        return
    account_changed(event, person=person, to=to, key=key, base_url=settings.BASE_URL).send()


def tell_of_new_person(payload: Mapping[str, Any], key: str) -> None:
    """Tell those who manage people that somebody came by GitHub and waits to be let in.

    By user name alone, which is all that stays of an account that is closed.
    """
    person = User.objects.get_queryset().in_use().filter(pk=payload["user_id"]).first()
    if person is None:
        logger.info("new_person_not_told_of", reason="the account is in use no more", key=key)
        return
    inbox.put(
        User.objects.get_queryset().in_use().able_to(Permission.USER_MANAGE),
        kind=NoticeKind.NEW_PERSON,
        text=f"{person.username} has signed in for the first time.",
        path=f"/staff/users/{quote(person.username)}",
        key=key,
        now=clock.now(),
    )


def tell_of_expiring_token(payload: Mapping[str, Any], key: str) -> None:
    """Tell those who manage backends that a runner's token ends soon; one that ended is no news."""
    now = clock.now()
    token = BackendToken.objects.select_related("backend").filter(pk=payload["token_id"]).first()
    if token is None or state_at(token, now) not in (TokenState.ACTIVE, TokenState.RETIRING):
        logger.info("token_not_warned_of", reason="it lives no more", key=key)
        return
    operators = _operators()
    inbox.put(
        operators,
        kind=NoticeKind.TOKEN_EXPIRING,
        text=token_expires(token),
        path=f"/staff/backends/{token.backend.slug}",
        key=key,
        now=now,
    )
    addresses = sorted(person.email for person in operators if _is_told(person))
    if addresses:
        token_expiring(token, to=addresses, key=key, base_url=settings.BASE_URL).send()


def tell_of_signed_off_repo(payload: Mapping[str, Any], key: str) -> None:
    """Mail who made workspaces on a repository that a researcher has signed it off.

    One message, in which nobody sees the others' addresses.
    """
    repo = Repo.objects.select_related("researcher_signed_off_by").get(pk=payload["repo_id"])
    makers = User.objects.filter(workspaces_created__repo=repo, is_active=True).distinct()
    inbox.put(
        makers,
        kind=NoticeKind.REPO_SIGNED_OFF,
        text=f"The repository {repo.owner}/{repo.name} is signed off.",
        path=f"/repos/{quote(repo.owner)}/{quote(repo.name)}",
        key=key,
        now=clock.now(),
    )
    addresses = sorted({maker.email for maker in makers if _is_told(maker)})
    if not addresses:
        logger.info("mail_not_sent", reason="no maker has an address", repo=repo.pk)
        return
    repo_signed_off(repo, to=addresses, key=key, base_url=settings.BASE_URL).send()


def _is_mailed(person: User, about: RunMail) -> bool:
    return _is_told(person) and person.run_mail in (about, RunMail.BOTH)


def _is_told(person: User) -> bool:
    """Whether there is an address, and mail is wanted there."""
    return bool(person.email and person.wants_notices and person.is_active)
