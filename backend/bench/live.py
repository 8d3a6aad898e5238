"""`python -m bench.live --viewers 200 --seconds 30`: how soon open pages show a change.

The server runs as in production on the SQLite default. Each viewer asks every 750 ms, as pages
do, whether its request moved, and reads the request when it did. A runner that was heard before
reports a change of one of ten requests every second, so that each moves every ten. The time counts
from the sending of the report until a viewer holds what it said.
"""

import argparse
import asyncio
import json
import os
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from urllib.request import Request, urlopen

import django
from django.core.management import call_command

from bench.databases import production_settings, sqlite_database
from bench.serving import server

_PROMISED_S = 1.5
_EVERY_S = 0.75
_CHANGED_EVERY_S = 1.0
_OPENED_WITHIN_S = 3.0
_JOBS = 12


@dataclass
class Viewer:
    """One open page: a connection that is kept, the version and the message that it knows."""

    port: int
    identifier: str
    tag: str = ""
    asked: int = 0
    unchanged: int = 0
    seen_at: dict[str, float] = field(default_factory=dict)

    async def watch_until(self, ends_at: float) -> None:
        """Ask and read, until `time.monotonic()` reaches `ends_at`."""
        await asyncio.sleep(random.random() * _EVERY_S)  # noqa: S311 - pages do not open in step
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        while time.monotonic() < ends_at:
            path = f"/api/v3/versions?topic=job-request%3A{self.identifier}"
            status, tag, _ = await _get(reader, writer, path, tag=self.tag)
            self.asked += 1
            self.unchanged += status == 304
            if status == 200:
                self.tag = tag
                _, _, body = await _get(reader, writer, f"/api/v3/job-requests/{self.identifier}")
                said = json.loads(body)["jobs"]
                if said:
                    self.seen_at.setdefault(said[0]["status_message"], time.monotonic())
            await asyncio.sleep(_EVERY_S * (0.9 + 0.2 * random.random()))  # noqa: S311 - as above
        writer.close()


async def _get(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, tag: str = ""
) -> tuple[int, str, bytes]:
    """Status, ETag and body."""
    known = f"If-None-Match: {tag}\r\n" if tag else ""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{known}\r\n".encode())
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head)}
    if headers.get("transfer-encoding") == "chunked":
        body = await _chunks(reader)
    else:
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    return int(head[0].split()[1]), headers.get("etag", ""), body


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body


def main() -> int:
    """Measure and print. Returns 0, or 1 where the promise is not kept."""
    parser = argparse.ArgumentParser(prog="bench.live", description="Viewers of live pages.")
    parser.add_argument("--viewers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    with sqlite_database() as url:
        os.environ |= production_settings(database_url=url)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        identifiers, token = _rows()
        with server() as (port, process_id):
            viewers = [
                Viewer(port, identifiers[number % len(identifiers)])
                for number in range(options.viewers)
            ]
            began, used = time.monotonic(), _cpu_s(process_id)
            sent_at = asyncio.run(_run(viewers, token=token, seconds=options.seconds))
            cpu = (_cpu_s(process_id) - used) / (time.monotonic() - began)
    return _tell(viewers, sent_at=sent_at, cpu=cpu)


async def _run(viewers: Sequence[Viewer], *, token: str, seconds: float) -> dict[str, float]:
    """Let all viewers watch while a runner reports; returns when each message was sent."""
    ends_at = time.monotonic() + seconds
    watching = [asyncio.create_task(viewer.watch_until(ends_at)) for viewer in viewers]
    sent_at: dict[str, float] = {}
    identifiers = sorted({viewer.identifier for viewer in viewers})
    await asyncio.sleep(_OPENED_WITHIN_S)
    while time.monotonic() < ends_at - 2 * _EVERY_S:
        message = f"change {len(sent_at)}"
        sent_at[message] = time.monotonic()
        moving = identifiers[len(sent_at) % len(identifiers)]
        await asyncio.to_thread(_report, viewers[0].port, token, moving, message)
        await asyncio.sleep(_CHANGED_EVERY_S)
    await asyncio.gather(*watching)
    return sent_at


def _report(port: int, token: str, identifier: str, message: str) -> None:
    now = datetime.now(UTC).isoformat()
    jobs = [
        {
            "job_request_id": identifier,
            "identifier": f"{identifier}-{number}",
            "action": f"action_{number}",
            "run_command": "python:v2 python analysis/step.py",
            "status": "running",
            "status_code": "executing",
            "status_message": message,
            "created_at": "2026-03-04T10:00:00Z",
            "updated_at": now,
            "started_at": "2026-03-04T10:00:00Z",
            "metrics": None,
        }
        for number in range(_JOBS)
    ]
    headers = {"Authorization": token, "Content-Type": "application/json"}
    request = Request(f"http://127.0.0.1:{port}/api/v2/jobs/", json.dumps(jobs).encode(), headers)
    urlopen(request, timeout=30).close()  # noqa: S310 - as above


def _rows() -> tuple[list[str], str]:
    """Ten requests of one backend that are watched, and its token."""
    from server.core import clock
    from server.demo.volume import load_history, set_active
    from server.fleet.models import Backend
    from server.fleet.services import create_backend_token
    from server.jobs.models import JobRequest
    from server.people.actors import command

    now, backend = clock.now(), Backend.objects.get(slug="tpp")
    load_history(job_requests=1_000, jobs=20_000, now=now)
    set_active(backend=backend, active=10, jobs_each=0, now=now)
    Backend.objects.filter(pk=backend.pk).update(last_seen_at=now)
    _, token = create_backend_token(
        backend=backend, name="live", expires_in=None, actor=command("bench"), now=now
    )
    return list(JobRequest.objects.active_for(backend).values_list("identifier", flat=True)), token


def _cpu_s(process_id: int) -> float:
    """Seconds of processor that gunicorn and its workers have used."""
    children = Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()
    ticks = 0
    for each in [str(process_id), *children]:
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _tell(viewers: Sequence[Viewer], *, sent_at: dict[str, float], cpu: float) -> int:
    """Print what happened. Returns the exit code."""
    loads = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    watched = len(viewers) // len({viewer.identifier for viewer in viewers})
    waits = [
        seen_at - sent_at[message]
        for viewer in viewers
        for message, seen_at in viewer.seen_at.items()
        if message in sent_at
    ]
    asked = sum(viewer.asked for viewer in viewers)
    unchanged = sum(viewer.unchanged for viewer in viewers)
    if len(waits) < 2:
        print("Hardly any change was seen.")
        return 1
    cuts = quantiles(waits, n=20, method="inclusive")
    kept = cuts[18] <= _PROMISED_S
    print(
        f"{len(viewers)} viewers, {len(sent_at)} changes of one of ten requests, "
        f"{asked} questions, {unchanged} of them answered by 304: shown after p50 {cuts[9]:.2f} s, "
        f"p95 {cuts[18]:.2f} s, longest {max(waits):.2f} s "
        f"({len(waits)} of {watched * len(sent_at)} seen one by one); "
        f"the server used {cpu:.0%} of one processor (load of the machine: {loads}). "
        f"Promised is a p95 of {_PROMISED_S} s: {'kept' if kept else 'NOT KEPT'}."
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
