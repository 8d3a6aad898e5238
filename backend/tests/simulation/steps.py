"""What may happen, one thing after another, as text: `report/late:3` is a step, so is `wait:4`.

A step's number is taken modulo what there is when its turn comes, so a history stays one when steps
are taken out of it.
"""

import random
from dataclasses import dataclass, replace
from typing import Self

# Kind → what may befall it, and how often it is drawn. "" is that nothing does.
_FATES = {
    "cycle": ("", "", "", "lost", "unanswered", "killed", "killed", "late"),
    "finish": ("", "", "", "lost", "unanswered", "killed", "late", "twice"),
    "ask": ("", "", "unanswered", "killed"),
    "cancel": ("", "", "unanswered", "killed"),
    "poll": ("", "", "", "lost", "unanswered", "killed"),
    "report": (
        "",
        "",
        "lost",
        "unanswered",
        "killed",
        "killed",
        "cut",
        "partial",
        "late",
        "late",
        "twice",
    ),
    "worker": ("", "", "killed", "killed"),
}
_WEIGHTS = {
    "cycle": 6,
    "finish": 1,
    "race": 1,
    "ask": 1,
    "cancel": 2,
    "poll": 2,
    "work": 3,
    "report": 6,
    "deliver": 3,
    "wait": 3,
    "worker": 3,
    "look": 2,
    "retry": 2,
    "reboot": 1,
    "save": 1,
    "restart": 1,
    "rebuild": 1,
    "second": 1,
    "unplug": 1,
    "clock": 1,
    "backup": 2,
    "restore": 2,
}
# What chance alone rarely brings about, with chance in the numbers and in what follows.
_OPENINGS = (
    "cycle finish retry cycle look cycle",
    "cycle finish/late retry finish wait deliver look",
    "cycle cycle report/partial look cycle look",
    "cancel cycle wait worker look poll",
    "cycle race worker look poll",
)
_OPENED = 0.4
_LONGEST = 14
_NUMBERS = 64


@dataclass(frozen=True, slots=True)
class Step:
    kind: str
    fate: str = ""
    number: int = 0

    def __str__(self) -> str:
        return f"{self.kind}{self.fate and '/'}{self.fate}:{self.number}"

    @classmethod
    def read(cls, text: str) -> Self:
        name, _, number = text.partition(":")
        kind, _, fate = name.partition("/")
        if kind not in _WEIGHTS or fate not in ("", *_FATES.get(kind, ())):
            raise ValueError(f"There is no step {text!r}.")
        return cls(kind, fate, int(number or 0))


History = tuple[Step, ...]


def random_history(chances: random.Random) -> History:
    """A run that is asked for and begun, and then whatever may be."""
    opening = chances.choice(_OPENINGS) if chances.random() < _OPENED else ""
    kinds = chances.choices(
        list(_WEIGHTS), weights=list(_WEIGHTS.values()), k=chances.randint(3, _LONGEST)
    )
    steps = [Step(kind, chances.choice(_FATES.get(kind, ("",)))) for kind in kinds]
    return tuple(
        replace(step, number=chances.randrange(_NUMBERS)) for step in (*history_of(opening), *steps)
    )


def history_of(text: str) -> History:
    """The history that `text_of` wrote."""
    return tuple(map(Step.read, text.split()))


def text_of(history: History) -> str:
    return " ".join(map(str, history))
