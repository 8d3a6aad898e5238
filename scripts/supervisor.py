"""Runs a few programs as one: when one ends, or a stop is asked for, all of them end.

Each program leads a session of its own, so Ctrl-C reaches only the supervisor, which then stops
them in good order. Should the supervisor itself be killed outright, the kernel stops them.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

GRACE_S = 8.0
TICK_S = 0.1
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# What make keeps to itself when it comes to make alone; SIGTERM it hands on.
KEPT_BY_MAKE = (signal.SIGINT, signal.SIGHUP)

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True)
class Program:
    """A command line with what it needs to run; `name` is what messages call it."""

    name: str
    argv: Sequence[str]
    cwd: Path
    env: Mapping[str, str]
    inherited_fds: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class End:
    """A program that ended, and its exit code."""

    program: Program
    exit_code: int


class StopRequest:
    """Becomes true when a signal, or the end of the program that started us, asks for a stop."""

    def __init__(self) -> None:
        self._parent = os.getppid()
        self._parent_caught = _caught_signals(self._parent)
        self._signalled = False
        for number in STOP_SIGNALS:
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._signalled = True

    def __bool__(self) -> bool:
        return self._signalled or os.getppid() != self._parent or self._parent_dropped_a_handler()

    def _parent_dropped_a_handler(self) -> bool:
        # make, interrupted alone (not by Ctrl-C, which reaches its whole group) or hung up by a
        # terminal that closes, drops its handler and waits for its children without a word to them.
        return self._parent_caught != self._parent_caught & _caught_signals(self._parent)


def start(program: Program) -> subprocess.Popen[bytes]:
    """Start `program` in a session of its own, to be stopped by `stop`."""
    supervisor = os.getpid()

    def end_with_supervisor() -> None:
        if _LIBC:
            _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != supervisor:
            os._exit(1)

    return subprocess.Popen(
        program.argv,
        cwd=program.cwd,
        env=program.env,
        pass_fds=program.inherited_fds,
        start_new_session=True,
        preexec_fn=end_with_supervisor,
    )


def stop(processes: Sequence[subprocess.Popen[bytes]], *, grace_s: float = GRACE_S) -> None:
    """End `processes` and all they started: asked first, forced after `grace_s` seconds."""
    for process in processes:
        _signal_session(process, signal.SIGTERM)
    deadline = time.monotonic() + grace_s
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=max(0.0, deadline - time.monotonic()))
        _signal_session(process, signal.SIGKILL)
        process.wait()


def supervise(
    programs: Sequence[Program],
    *,
    stop_request: StopRequest,
    on_started: Callable[[], None] | None = None,
    grace_s: float = GRACE_S,
) -> End | None:
    """Run `programs` until one ends or a stop is asked for; afterwards none is left.

    Args:
        programs: all are started before `on_started` is called.
        stop_request: looked at ten times a second.
        on_started: may start a thread, which `start` could not bear beside it.
        grace_s: seconds that a program has to end by itself.

    Returns:
        The program that ended first and how, or None for a stop that was asked for.
    """
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for program in programs:
            processes.append(start(program))  # noqa: PERF401  one failing must not hide the others
        if on_started:
            on_started()
        while not stop_request:
            for program, process in zip(programs, processes, strict=True):
                if process.poll() is not None:
                    return End(program=program, exit_code=exit_code_of(process))
            time.sleep(TICK_S)
        return None
    finally:
        stop(processes, grace_s=grace_s)


def exit_code_of(process: subprocess.Popen[bytes]) -> int:
    """How a process that has ended did so, as a shell tells it: 128 + the number of a signal."""
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def _signal_session(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS refuses dead groups
        os.killpg(process.pid, number)


def _caught_signals(pid: int) -> int:
    """Mask of `KEPT_BY_MAKE` that `pid` has a handler for; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return int(caught, 16) & sum(1 << number - 1 for number in KEPT_BY_MAKE)
