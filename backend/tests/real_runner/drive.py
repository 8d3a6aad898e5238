"""Runs in the environment of the published runner: `sync`, or `play CHANGES`; prints its jobs.

CHANGES is a JSON list of `{"job_request_id", "action", ...}`: what an executor would have done.
"""

import json
import sys
import time

from jobrunner import sync
from jobrunner.lib.database import find_where, update_where
from jobrunner.models import Job, State, StatusCode


def play(change):
    where = {name: change.pop(name) for name in ("job_request_id", "action")}
    code = change.pop("status_code", None)
    values = {
        **change,
        "state": State(change["state"]),
        "status_code": StatusCode(code) if code else None,
        "updated_at": int(time.time()),
    }
    update_where(Job, values, **where)


match sys.argv[1:]:
    case ["sync"]:
        sync.sync()
    case ["play", changes]:
        for change in json.loads(changes):
            play(change)

jobs = [
    {
        "job_request_id": job.job_request_id,
        "action": job.action,
        "state": job.state.value,
        "cancelled": bool(job.cancelled),
    }
    for job in find_where(Job)
]
sys.stdout.write(json.dumps(jobs))
