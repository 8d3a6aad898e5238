"""Runs in the environment of the published runner: polls for ever, and executes what it is given.

Its own `sync()` speaks with the server; this plays its executor, quickly and always well.
"""

import time
import traceback

from jobrunner import sync
from jobrunner.lib.database import find_where, update_where
from jobrunner.models import Job, State, StatusCode

PENDING, RUNNING = State("pending"), State("running")
FIRST = "extract"  # the others of the kit's study need it


def next_state(job, now):
    """What an executor would make of the job, or nothing where it has to wait."""
    if job.cancelled:
        code = StatusCode("cancelled_by_user")
        return {"state": State("failed"), "status_code": code, "completed_at": now}
    if job.state == RUNNING:
        return {"state": State("succeeded"), "status_code": None, "completed_at": now}
    siblings = [each for each in find_where(Job) if each.job_request_id == job.job_request_id]
    needed = [each for each in siblings if each.action == FIRST and each.id != job.id]
    if all(each.state == State("succeeded") for each in needed):
        return {"state": RUNNING, "started_at": now}
    return {}


while True:
    try:
        sync.sync()
    except Exception:  # as a runner does: it says so, and asks again
        traceback.print_exc()
    for unfinished in [job for job in find_where(Job) if job.state in (PENDING, RUNNING)]:
        now = int(time.time())
        if change := next_state(unfinished, now):
            where = {"job_request_id": unfinished.job_request_id, "action": unfinished.action}
            update_where(Job, {**change, "status_message": "Played", "updated_at": now}, **where)
    time.sleep(0.5)
