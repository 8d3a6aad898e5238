"""What a request would really run, what it would reuse, and why.

The runner decides; this says beforehand what it will decide, by the rules it follows today:

- An action that is pending or running is never started a second time. Whatever needs it waits.
- An action that is asked for by its name runs, however its last job ended.
- `run_all` asks for every action but names none: those that succeeded are reused, the others run.
- A need of an action that runs is reused if it succeeded, and runs if it failed or has no job.
- `force_run_dependencies` makes needs, and what `run_all` asks for, run although they succeeded.

Every action is judged by its own newest job alone, and only the needs of an action that runs are
looked at: below one that is reused or active nothing runs, even where something down there failed,
was never run, or is now run again for another action's sake. So a reused result can be older than
what it was made from; `force_run_dependencies` is the way to have all of it anew.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipelines.model import RUN_ALL, Pipeline


class JobOutcome(StrEnum):
    """The state of an action's newest job in one workspace on one backend."""

    ACTIVE = "active"  # pending or running
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class Decision(StrEnum):
    """What happens to an action that takes part in a request."""

    CHOSEN = "chosen"  # was asked for, and runs
    NEEDED = "needed"  # was not asked for, and runs because one that runs needs it
    REUSED = "reused"  # has a result, which is used
    ACTIVE = "active"  # is already pending or running; others wait for it


class NothingReason(StrEnum):
    """Why a request would run nothing."""

    NO_ACTIONS = "no_actions"
    ALL_SUCCEEDED = "all_succeeded"
    ALREADY_ACTIVE = "already_active"

    @property
    def message(self) -> str:
        """The reason in a sentence, and what can be done."""
        return _NOTHING_MESSAGES[self]


_NOTHING_MESSAGES = {
    NothingReason.NO_ACTIONS: "There is no action to run. Choose at least one.",
    NothingReason.ALL_SUCCEEDED: (
        "Every action has succeeded already. Choose those to run again by name."
    ),
    NothingReason.ALREADY_ACTIVE: (
        "Everything that is left to do is already pending or running. Wait for it, or cancel it."
    ),
}


class UnknownActions(ValueError):
    """A request names actions that the pipeline does not have."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        listed = ", ".join(f'"{name}"' for name in names)
        super().__init__(f"project.yaml has no action {listed}. Choose from those that it has.")


@dataclass(frozen=True, slots=True)
class Step:
    """One action that takes part.

    Attributes:
        action: Its id.
        decision: What happens to it.
        because: The action that runs and needs it, the first one found; None where it was itself
            asked for, by name or by `run_all`.
    """

    action: str
    decision: Decision
    because: str | None

    @property
    def runs(self) -> bool:
        """Whether the request makes a new job of it."""
        return self.decision in (Decision.CHOSEN, Decision.NEEDED)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every action that takes part, in the order of the file."""

    steps: tuple[Step, ...]

    @property
    def runs(self) -> tuple[str, ...]:
        """The ids of those that would run, in the order of the file."""
        return tuple(step.action for step in self.steps if step.runs)

    @property
    def nothing_to_do(self) -> bool:
        """Whether the request would run nothing."""
        return self.nothing_reason is not None

    @property
    def nothing_reason(self) -> NothingReason | None:
        """Why the request would run nothing; None where it runs something."""
        if any(step.runs for step in self.steps):
            return None
        if not self.steps:
            return NothingReason.NO_ACTIONS
        if any(step.decision is Decision.ACTIVE for step in self.steps):
            return NothingReason.ALREADY_ACTIVE
        return NothingReason.ALL_SUCCEEDED


def plan(
    pipeline: Pipeline,
    *,
    requested: Sequence[str],
    force_run_dependencies: bool,
    newest: Mapping[str, JobOutcome],
) -> Plan:
    """Work out what a request would run.

    Args:
        pipeline: The pipeline at the commit of the request.
        requested: Ids of actions; `run_all` among them stands for all, whatever the file calls so.
        force_run_dependencies: Whether needs run although they succeeded.
        newest: The state of each action's newest job in this workspace on this backend; an action
            that has none is absent. Names that the pipeline does not have are ignored.

    Raises:
        UnknownActions: Naming those that the pipeline does not have, in the order asked for.
    """
    named = set(requested) - {RUN_ALL}
    if unknown := named - pipeline.actions.keys():
        raise UnknownActions([name for name in dict.fromkeys(requested) if name in unknown])
    asked_for = named | set(pipeline.run_all_order if RUN_ALL in requested else ())
    because: dict[str, str | None] = {
        action: None for action in pipeline.actions if action in asked_for
    }
    steps: dict[str, Step] = {}
    waiting = deque(because)
    while waiting:
        action = waiting.popleft()
        outcome = newest.get(action)
        if outcome is JobOutcome.ACTIVE:
            decision = Decision.ACTIVE
        elif outcome is JobOutcome.SUCCEEDED and action not in named and not force_run_dependencies:
            decision = Decision.REUSED
        else:
            decision = Decision.CHOSEN if action in asked_for else Decision.NEEDED
        step = Step(action=action, decision=decision, because=because[action])
        steps[action] = step
        for need in pipeline.actions[action].needs if step.runs else ():
            if need not in because:
                because[need] = action
                waiting.append(need)
    return Plan(steps=tuple(steps[action] for action in pipeline.actions if action in steps))
