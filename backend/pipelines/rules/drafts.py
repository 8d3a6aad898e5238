"""An action while it is being checked: as much of it as could be read, with places."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.commands import Command
from pipelines.nodes import Scalar


class Text(NamedTuple):
    """A text and the key it stands behind."""

    key: Scalar
    text: str


@dataclass(slots=True)
class Draft:
    """What could be read of one action. What is missing or of the wrong type is left out."""

    id: str
    key: Scalar
    run: Text | None = None
    command: Command | None = None
    needs: list[Scalar] = field(default_factory=list)
    outputs: dict[str, dict[str, Text]] = field(default_factory=dict)
    config: dict[str, object] | None = None
    dummy_data_file: str | None = None

    @property
    def paths(self) -> list[str]:
        """The paths of all outputs."""
        return [output.text for level in self.outputs.values() for output in level.values()]
