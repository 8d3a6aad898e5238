"""What is done to a history, in the words in which it is counted."""

from enum import StrEnum


class Fault(StrEnum):
    """One kind of fault; its value is how a count of it reads."""

    LATE = "reports that came in late"
    OVERTAKEN = "reports overtaken by a newer one"
    REPEATED = "reports sent twice"
    TRUNCATED = "reports without some of their jobs"
    CUT = "connections lost in the middle of a body"
    LOST = "calls that never arrived"
    GIVEN_UP = "callers gone before the answer came"
    SERVER_KILLED = "deaths of the server between two statements"
    WORKER_KILLED = "deaths of the worker between two statements"
    OLD_DATABASE = "runners restarted from an old database"
    REBUILT = "runners rebuilt from nothing"
    SECOND_RUNNER = "second runners with the same token"
    CLOCK_AHEAD = "clocks a day ahead"
    CLOCK_BEHIND = "clocks a day behind"
    CANCEL_RACE = "cancels of what had just finished"
    RETRIED = "retries of a finished job"
    REBOOTED = "reboots under running jobs"
    RESTORED = "databases put back to a backup"
    RESTORED_OLD = "databases put back to yesterday's backup"
