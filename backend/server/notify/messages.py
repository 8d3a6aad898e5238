"""The wording of messages to people."""

import hashlib
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.mail import EmailMessage

from server.audit.models import ActorKind, AuditEvent
from server.fleet.models import Backend, BackendToken
from server.jobs import statuses
from server.jobs.durations import in_words, seconds_between
from server.jobs.endings import Ending
from server.jobs.models import Job, JobRequest
from server.people.models import User
from server.people.roles import Role
from server.projects.models import ProjectInvitation, Repo

_LONGEST_SUBJECT = 200


def job_finished(job: Job, *, ending: Ending, key: str, base_url: str) -> EmailMessage:
    """That a job has finished, for who asked for it. Source: runner_api 3.3.1.

    Args:
        job: with its request, the asker and its workspace.
        ending: the one to tell of, which may be that of an earlier try.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    request = job.job_request
    seconds = seconds_between(ending.started_at, ending.completed_at)
    facts = [
        f"Action: {job.action}",
        f"Workspace: {job.workspace.name}",
        f"Status: {ending.status}",
        *([f"Elapsed: {seconds} seconds ({in_words(seconds)})"] if seconds is not None else []),
        f"Message: {ending.status_message}",
    ]
    link = f"{base_url}/requests/{request.identifier}/jobs/{quote(job.identifier, safe='')}"
    return EmailMessage(
        subject=_one_line(f"{ending.status}: [os {job.workspace.name}] {job.action}"),
        body="\n".join([*facts, "", link, ""]),
        to=[request.created_by.email],
        headers=_identity(key, base_url=base_url),
    )


def run_finished(
    job_request: JobRequest, *, jobs: Sequence[Job], key: str, base_url: str
) -> EmailMessage:
    """That a whole run is over, for who asked for it.

    Args:
        job_request: with the asker and the workspace.
        jobs: those that are listed.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    seconds = seconds_between(job_request.started_at, job_request.completed_at)
    lines = [
        run_in_words(job_request),
        "",
        f"Backend: {job_request.backend.name}",
        *([f"Elapsed: {seconds} seconds ({in_words(seconds)})"] if seconds is not None else []),
        *(f"{job.action}: {_shown(job)}" for job in jobs),
        "",
        f"{base_url}/requests/{job_request.identifier}",
        "",
    ]
    name, status = job_request.workspace.name, job_request.display_status.label.lower()
    return EmailMessage(
        subject=_one_line(f"{status}: [os {name}] run {job_request.number}"),
        body="\n".join(lines),
        to=[job_request.created_by.email],
        headers=_identity(key, base_url=base_url),
    )


def _shown(job: Job) -> str:
    """How a job ended, as the pages have it: for runners, one that was cancelled has failed."""
    status = statuses.display_status(status=job.status, status_code=job.status_code)
    return status.label.lower()


def run_as_data(job_request: JobRequest, *, url: str) -> dict[str, Any]:
    """What programs are told of a run that is over; `status` is what the pages show."""
    return {
        "identifier": job_request.identifier,
        "number": job_request.number,
        "url": url,
        "status": job_request.display_status.value,
        "workspace": job_request.workspace.name,
        "project": job_request.workspace.project.slug,
        "backend": job_request.backend.slug,
        "created_by": job_request.created_by.username,
        "created_at": job_request.created_at.isoformat(),
        "completed_at": job_request.completed_at and job_request.completed_at.isoformat(),
        "jobs": [
            {"action": job.action, "identifier": job.identifier, "status": job.status}
            for job in job_request.jobs.listed().order_by("created_at", "id")
        ],
    }


def run_in_words(job_request: JobRequest) -> str:
    """One sentence about a run that is over, with its workspace."""
    jobs = statuses.read_strip(job_request.strip)
    succeeded = jobs.count(statuses.DisplayStatus.SUCCEEDED)
    noun = "job" if len(jobs) == 1 else "jobs"
    count = f"{succeeded} of {len(jobs)} {noun} succeeded" if jobs else "it had no jobs"
    name = f"Request {job_request.number} in {job_request.workspace.name}"
    match job_request.display_status:
        case statuses.RequestDisplayStatus.SUCCEEDED:
            return f"{name} succeeded: {count}."
        case statuses.RequestDisplayStatus.FAILED:
            return f"{name} failed: {count}."
        case statuses.RequestDisplayStatus.CANCELLED:
            return f"{name} was cancelled: {count}."
        case _:
            return f"{name} is over: {count}."


def invited_to_project(invitation: ProjectInvitation, *, key: str, base_url: str) -> EmailMessage:
    """That a person was asked to join a project, for that person.

    Args:
        invitation: with its project, the guest, who is known here, and who invites.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    inviter, guest, project = invitation.created_by, invitation.user, invitation.project
    by = inviter.display_name if inviter else "The staff of this service"
    roles = ", ".join(Role(role).label for role in invitation.roles) or "none"
    lines = [
        f"{by} invites you to the project {project.title}.",
        f"Roles that you would hold there: {roles}.",
        "",
        "Sign in to accept or decline:",
        f"{base_url}/projects?mine=true",
        "",
    ]
    return EmailMessage(
        subject=_one_line(f"{by} invites you to {project.name}"),
        body="\n".join(lines),
        to=[guest.email] if guest else [],
        headers=_identity(key, base_url=base_url),
    )


def silence_in_words(backend: Backend) -> str:
    """One sentence about a backend that has gone quiet, also where it has come back meanwhile."""
    is_back = backend.last_seen_at != backend.silence_flagged_of
    since = f"No word from {backend.name} since {backend.silence_flagged_of:%Y-%m-%d %H:%M} UTC"
    return f"{since}; it has come back." if is_back else f"{since}."


def backend_silent(backend: Backend, *, to: Sequence[str], key: str, base_url: str) -> EmailMessage:
    """That a backend has gone quiet, for whose runs are there and for who manages backends.

    Args:
        backend: with its last word.
        to: the addresses, each hidden from the others.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    lines = [
        silence_in_words(backend),
        "Its jobs may go on running there; what is shown of them is as of that time.",
        "You are told again only if it comes back and goes quiet once more.",
        "",
        f"{base_url}/backends",
        "",
    ]
    return EmailMessage(
        subject=_one_line(f"No word from {backend.name}"),
        body="\n".join(lines),
        bcc=list(to),
        headers=_identity(key, base_url=base_url),
    )


def repo_signed_off(repo: Repo, *, to: Sequence[str], key: str, base_url: str) -> EmailMessage:
    """That a researcher signed a repository off, for those who made workspaces on it.

    Args:
        repo: with who signed it off.
        to: the addresses, each hidden from the others.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    by = repo.researcher_signed_off_by
    lines = [
        f"{by.display_name if by else 'A researcher'} has signed off the repository {repo.url}.",
        "All workspaces on it are signed off. Staff look at it next; then its code may be public.",
        "",
        f"{base_url}/repos/{quote(repo.owner)}/{quote(repo.name)}",
        "",
    ]
    return EmailMessage(
        subject=_one_line(f"{repo.owner}/{repo.name} is signed off"),
        body="\n".join(lines),
        bcc=list(to),
        headers=_identity(key, base_url=base_url),
    )


# By kind of event: the subject, and what happened; `{name}` is what it happened to.
_SECURITY = {
    "password.changed": (
        "Your password was changed",
        "The password was changed. Sessions in other browsers have ended.",
    ),
    "personal_token.created": (
        "A token was made for your account",
        "A personal token was made: {name}.",
    ),
    "second_factor.added": (
        "A second factor was added to your account",
        "A second factor was added: {name}.",
    ),
    "second_factor.removed": (
        "A second factor was removed from your account",
        "A second factor was removed: {name}.",
    ),
    "user.changed": (
        "Your e-mail address was changed",
        "The e-mail address was changed. This is the last message to the one before.",
    ),
}


def account_changed(
    event: AuditEvent, *, person: User, to: str, key: str, base_url: str
) -> EmailMessage:
    """That the ways into an account changed, for the person whose it is.

    Args:
        event: the change, of a kind in `_SECURITY`.
        person: whose account it is.
        to: the address.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    subject, what = _SECURITY[event.verb]
    is_own = event.actor_kind == ActorKind.PERSON and event.actor == event.subject
    lines = [
        what.format(name=_what_of(event)),
        "",
        f"Account: {person.username}",
        f"When: {event.at:%Y-%m-%d %H:%M} UTC",
        *([f"From: {event.address}"] if event.address else []),
        *([] if is_own else [f"By: {event.actor}"]),
        "",
        "If that was not you, and you did not ask for it, sign out everywhere, revoke tokens that",
        "you do not know, and tell the staff of this service:",
        f"{base_url}/settings/sessions",
        "",
    ]
    return EmailMessage(
        subject=_one_line(subject),
        body="\n".join(lines),
        to=[to],
        headers=_identity(key, base_url=base_url),
    )


def token_expires(token: BackendToken) -> str:
    """One sentence about a token whose end is near."""
    when = f" on {token.expires_at:%d %B %Y, %H:%M} UTC" if token.expires_at else ""
    return f"The token “{token.name}” of {token.backend.name} ends{when}."


def token_expiring(
    token: BackendToken, *, to: Sequence[str], key: str, base_url: str
) -> EmailMessage:
    """That a runner's token ends soon, for those who manage backends.

    Args:
        token: with its backend, and with an end.
        to: the addresses, each hidden from the others.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    lines = [
        token_expires(token),
        "Its runner is refused from then on. Replace it: both tokens work for the days between.",
        "",
        f"{base_url}/staff/backends/{token.backend.slug}",
        "",
    ]
    return EmailMessage(
        subject=_one_line(f"A token of {token.backend.name} ends soon"),
        body="\n".join(lines),
        bcc=list(to),
        headers=_identity(key, base_url=base_url),
    )


def _what_of(event: AuditEvent) -> str:
    """The token by its name, the second factor by its kind and name."""
    about = event.after or event.before
    return ", ".join(filter(None, [about.get("kind"), about.get("name")])) or event.target_name


def _identity(key: str, *, base_url: str) -> dict[str, str]:
    """The header by which mail systems know a repeat."""
    digest = hashlib.sha256(key.encode()).hexdigest()[:40]
    host = urlsplit(base_url).hostname or "localhost"
    return {"Message-ID": f"<{digest}@{host}>"}


def _one_line(text: str) -> str:
    """A subject: what a runner sends may hold line ends, which would begin a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_SUBJECT]
