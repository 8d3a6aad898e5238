"""A pipeline that passed every check, and the report of a check."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.problems import Problem

LATEST_VERSION = 5
RUN_ALL = "run_all"

HIGHLY_SENSITIVE = "highly_sensitive"
MODERATELY_SENSITIVE = "moderately_sensitive"
MINIMALLY_SENSITIVE = "minimally_sensitive"
PRIVACY_LEVELS = (HIGHLY_SENSITIVE, MODERATELY_SENSITIVE, MINIMALLY_SENSITIVE)


@dataclass(frozen=True, slots=True)
class Action:
    """One action.

    `outputs` maps privacy level to output name to path pattern; levels that are absent or null are
    left out. `config` is JSON-like. `line` is that of the action's key, from 1.
    """

    id: str
    run: str
    needs: tuple[str, ...]
    outputs: Mapping[str, Mapping[str, str]]
    is_database_action: bool
    config: Mapping[str, object] | None
    dummy_data_file: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A valid `project.yaml`.

    Attributes:
        version: 5 is the newest; old files may have fractions, or NaN.
        population_size: Of the dummy data; None from version 4 on.
        actions: By id, in the order of the file.
        run_all_order: The ids in the order in which `run_all` runs them: the file from top to
            bottom, before each action its needs.
        action_images: Every `name:version` in use once, sorted; `latest` is `v1`.
    """

    version: float
    population_size: int | None
    actions: Mapping[str, Action]
    run_all_order: tuple[str, ...]
    action_images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: errors and no pipeline, or a pipeline and perhaps warnings."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    pipeline: Pipeline | None
