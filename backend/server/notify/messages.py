"""The wording of messages to people."""

import hashlib
from urllib.parse import quote, urlsplit

from django.core.mail import EmailMessage

from server.jobs.durations import in_words, seconds_between
from server.jobs.models import Job

_LONGEST_SUBJECT = 200


def job_finished(job: Job, *, key: str, base_url: str) -> EmailMessage:
    """That a job has finished, for who asked for it. Source: runner_api 3.3.1.

    Args:
        job: with its request, the asker, its workspace and its wide row.
        key: of the event; the same key makes the same `Message-ID`.
        base_url: where this service is found, without a slash at the end.
    """
    request = job.job_request
    seconds = seconds_between(job.started_at, job.completed_at)
    facts = [
        f"Action: {job.action}",
        f"Workspace: {job.workspace.name}",
        f"Status: {job.status}",
        *([f"Elapsed: {seconds} seconds ({in_words(seconds)})"] if seconds is not None else []),
        f"Message: {job.detail.status_message}",
    ]
    link = f"{base_url}/requests/{request.identifier}/jobs/{quote(job.identifier, safe='')}"
    digest = hashlib.sha256(key.encode()).hexdigest()[:40]
    host = urlsplit(base_url).hostname or "localhost"
    return EmailMessage(
        subject=_one_line(f"{job.status}: [os {job.workspace.name}] {job.action}"),
        body="\n".join([*facts, "", link, ""]),
        to=[request.created_by.email],
        headers={"Message-ID": f"<{digest}@{host}>"},
    )


def _one_line(text: str) -> str:
    """A subject: what a runner sends may hold line ends, which would begin a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_SUBJECT]
