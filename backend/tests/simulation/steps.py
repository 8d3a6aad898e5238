"""What may happen, one thing after another, as text: `report/late:3` is a step, so is `wait:4`.

A step's number is taken modulo what there is when its turn comes, so a history stays one when steps
are taken out of it.
"""

import random
from dataclasses import dataclass
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
    "permit": 1,
}
# What chance alone rarely brings about, with chance in what follows and in numbers not given.
_OPENINGS = (
    "cycle finish retry cycle look cycle",
    "cycle finish/late retry finish wait deliver look",
    "cycle cycle report/partial report look",
    "cancel:1 cycle wait:6 worker look poll",  # fetched after it was cancelled, before it is ended
    "cycle cycle/late finish worker wait:5 deliver finish worker",  # over, opened again, over
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
        return f"{_named(self.kind, self.fate)}:{self.number}"

    @classmethod
    def read(cls, text: str) -> Self:
        name, _, number = text.partition(":")
        kind, _, fate = name.partition("/")
        if kind not in _WEIGHTS or fate not in ("", *_FATES.get(kind, ())):
            raise ValueError(f"There is no step {text!r}.")
        return cls(kind, fate, int(number or 0))


def _named(kind: str, fate: str) -> str:
    return f"{kind}/{fate}" if fate else kind


History = tuple[Step, ...]


def random_history(chances: random.Random) -> History:
    """A run that is asked for and begun, and then whatever may be."""
    opening = chances.choice(_OPENINGS).split() if chances.random() < _OPENED else []
    kinds = chances.choices(
        list(_WEIGHTS), weights=list(_WEIGHTS.values()), k=chances.randint(3, _LONGEST)
    )
    drawn = [_named(kind, chances.choice(_FATES.get(kind, ("",)))) for kind in kinds]
    return tuple(
        Step.read(text if ":" in text else f"{text}:{chances.randrange(_NUMBERS)}")
        for text in (*opening, *drawn)
    )


def history_of(text: str) -> History:
    """The history that `text_of` wrote."""
    return tuple(map(Step.read, text.split()))


def text_of(history: History) -> str:
    return " ".join(map(str, history))
