"""How a command ends: the exit codes, and what stops a command before its end."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code of a command says."""

    DONE = 0  # and where a request was watched: it succeeded, or there was nothing to do
    FAILED = 1
    WRONG_USAGE = 2  # by the choice of the library, which finds most of it
    CANCELLED = 3
    REFUSED = 4
    NO_ANSWER = 5
    NOT_LOGGED_IN = 6
    STOPPED_WATCHING = 130


class OsjError(Exception):
    """A command cannot go on; the text is for the person at the terminal."""

    code = Exit.REFUSED


class WrongUsage(OsjError):
    """What was given cannot be used; no server was asked."""

    code = Exit.WRONG_USAGE


class Refused(OsjError):
    """The job server understood and says no."""


class NoAnswer(OsjError):
    """The job server cannot be reached, or answers nonsense."""

    code = Exit.NO_ANSWER


class NotLoggedIn(OsjError):
    """There is no token, or not one that the job server takes."""

    code = Exit.NOT_LOGGED_IN


def exit_code_of(display_status: str) -> Exit:
    """The exit code for a request that ended so."""
    match display_status:
        case "succeeded" | "nothing_to_do":
            return Exit.DONE
        case "cancelled":
            return Exit.CANCELLED
        case _:
            return Exit.FAILED
