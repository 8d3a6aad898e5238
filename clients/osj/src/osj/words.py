"""What is shown of requests and jobs, for people."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from osj.job_server.models import Job, JobRequest, JobRequestRow, Plan, Reason

_COLOURS = {
    "succeeded": "green",
    "nothing_to_do": "green",
    "running": "cyan",
    "waiting": "blue",
    "held": "yellow",
    "cancelled": "yellow",
    "not_run": "dim",
    "failed": "red",
}
_WHO = {
    "asker": "whoever may run in the workspace",
    "operators": "the people who run the backend",
    "service": "the people who run this service",
}
_ENDED = frozenset({"succeeded", "failed", "cancelled", "nothing_to_do"})
_ENDED_JOBS = _ENDED | {"not_run"}


def has_ended(request: JobRequest) -> bool:
    """Whether nothing more will happen to the request."""
    return request.display_status in _ENDED


def request_table(rows: Sequence[JobRequestRow], *, now: datetime) -> RenderableType:
    """A list of requests, one a line."""
    table = _table("Request", "Status", "Workspace", "Backend", "Actions", "Asked by", "Asked")
    for row in rows:
        actions = ", ".join(row.requested_actions)
        more = row.requested_actions_total - len(row.requested_actions)
        table.add_row(
            str(row.number),
            _standing(row, now=now),
            row.workspace.name,
            row.backend.slug,
            actions + (f" and {more} more" if more > 0 else ""),
            row.created_by.name,
            ago(row.created_at, now=now),
        )
    return table if rows else Text("No requests.", style="dim")


def request_page(request: JobRequest, *, now: datetime) -> RenderableType:
    """One request with its jobs."""
    head = Text.assemble(
        (f"Request {request.number} ", "bold"),
        _standing(request, now=now),
        f"  {request.workspace.name} on {request.backend.slug}, asked by ",
        f"{request.created_by.name} {ago(request.created_at, now=now)}",
    )
    facts = Text(f"{request.identifier}  commit {request.commit.sha[:7]}", style="dim")
    table = _table("Action", "Status", "Took", "Why")
    for job in request.jobs:
        why = job.reason.text if job.reason else ""
        table.add_row(job.action, _standing(job, now=now), _took(job, now=now), why)
    below = [table] if request.jobs else []
    return Group(head, facts, Text(request.summary), *below)


def reasons(request: JobRequest, *, now: datetime) -> RenderableType:
    """Why the request is where it is, and each of its jobs that did not succeed."""
    parts: list[RenderableType] = [
        Text.assemble((f"Request {request.number} ", "bold"), _standing(request, now=now))
    ]
    if request.reason:
        parts.append(_reason(request.reason, now=now))
    if heard_at := _heard_at(request):
        contact = f"  The last contact with {request.backend.name} was {ago(heard_at, now=now)}."
        parts.append(Text(contact, style="dim"))
    for job in request.jobs:
        if job.reason and job.reason != request.reason:
            parts.append(Text.assemble("\n", (job.action, "bold"), " ", _standing(job, now=now)))
            parts.append(_reason(job.reason, now=now))
            said = job.status_message if job.display_status in _ENDED_JOBS else ""
            parts += [Text(f"  Its runner says: {said}", style="dim")] if said else []
            parts += [Text(f"  Its log: {job.log_path}", style="dim")] if job.log_path else []
    for failure in request.failures:
        if failure.blocked:
            parts.append(
                Text(f"\nNot run because of {failure.action}: {', '.join(failure.blocked)}")
            )
    return Group(*parts)


def plan_page(plan: Plan) -> RenderableType:
    """What would run, and why."""
    table = _table("Action", "", "Because")
    for step in plan.steps:
        table.add_row(step.action, step.decision.replace("_", " "), step.because)
    verdict = plan.nothing_reason or f"{plan.will_run} would run, {plan.reused} reused."
    return Group(table, Text(verdict))


def job_lines(jobs: Iterable[Job], *, told: dict[str, str], now: datetime) -> list[str]:
    """A line for each job that stands otherwise than `told` says; `told` is brought up to date."""
    lines = []
    for job in jobs:
        if told.get(job.identifier) != job.display_status:
            told[job.identifier] = job.display_status
            why = f": {job.reason.text}" if job.reason else ""
            clock = now.astimezone().strftime("%H:%M:%S")
            lines.append(f"{clock} {job.action} {_spoken(job.display_status)}{why}")
    return lines


def status(word: str) -> Text:
    """A status in its colour."""
    return Text(_spoken(word), style=_COLOURS.get(word, "magenta"))


def ago(moment: datetime, *, now: datetime) -> str:
    """How long ago, in one unit."""
    return f"{duration(max(0, int((now - moment).total_seconds())))} ago"


def duration(seconds: int) -> str:
    """A length of time in its largest unit, or two where it is short."""
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60:02} s"
    if seconds < 86_400:
        return f"{seconds // 3600} h {seconds % 3600 // 60:02} min"
    days = seconds // 86_400
    return f"{days} day{'s' if days > 1 else ''}"


def now() -> datetime:
    """The time of this moment."""
    return datetime.now(UTC)


def _heard_at(request: JobRequest) -> datetime | None:
    """The last contact with the backend, where a reason is there."""
    said = [request.reason, *(job.reason for job in request.jobs)]
    return next((each.heard_at for each in said if each and each.heard_at), None)


def _reason(reason: Reason, *, now: datetime) -> Text:
    since = f" (since {_clock(reason.since, now=now)})" if reason.since else ""
    until = f" (until {_clock(reason.until, now=now)})" if reason.until else ""
    line = reason.about.line
    lines = [
        f"{reason.text}{since}{until}",
        f"That is about line {line} of project.yaml." if line else "",
        reason.what_next,
        f"It is for {_WHO[reason.who_can_act]} to act." if reason.who_can_act in _WHO else "",
    ]
    return Text("\n".join(f"  {line}" for line in lines if line))


def _clock(moment: datetime, *, now: datetime) -> str:
    here = moment.astimezone()
    return here.strftime("%H:%M" if here.date() == now.astimezone().date() else "%d %b %Y %H:%M")


def _standing(thing: JobRequest | JobRequestRow | Job, *, now: datetime) -> Text:
    """How something stands; where its backend is silent, since when nobody knows."""
    text = status(thing.display_status)
    if silent_since := _silent_since(thing):
        text.append(f", no word since {_clock(silent_since, now=now)}")
    return text


def _silent_since(thing: JobRequest | JobRequestRow | Job) -> datetime | None:
    """Since when nothing was heard of something unfinished; None while its backend is heard."""
    reason = thing.reason
    return reason.since if reason and reason.code == "no_contact" else None


def _took(job: Job, *, now: datetime) -> str:
    if job.duration_s is not None:
        return duration(job.duration_s)
    if job.started_at is None or job.display_status in _ENDED_JOBS:
        return ""
    if _silent_since(job):
        return "?"
    return duration(max(0, int((now - job.started_at).total_seconds())))


def _spoken(word: str) -> str:
    return word.replace("_", " ")


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
