"""Rules for the file as a whole (PY-3 to PY-9, PY-32 to PY-39); the way through all rules."""

from collections.abc import Iterable, Mapping

from pipelines.codes import Code
from pipelines.model import LATEST_VERSION, RUN_ALL, Action, Pipeline
from pipelines.nodes import Entry, MapNode, Node, Scalar, described, is_null
from pipelines.problems import START, Problems, Verbatim
from pipelines.rules.actions import check_action
from pipelines.rules.drafts import Draft, Text
from pipelines.rules.needs import check_needs, in_run_order

PROJECT_KEYS = ("version", "actions", "expectations")

_UNIQUE_OUTPUTS_SINCE = 2
_EXPECTATIONS_IN = 3
_EXPECTATIONS_GONE_SINCE = 4
_COHORTEXTRACTOR_GONE_SINCE = 4
_RUN_ALL_RESERVED_SINCE = 5
_LATEST_GONE_SINCE = 5
_DEFAULT_POPULATION_SIZE = 1000


def check_project(root: Node | None, *, problems: Problems, warnings: Problems) -> Pipeline | None:
    """The pipeline of a tree; None where problems were found, now or before."""
    if not isinstance(root, MapNode):
        found = Verbatim("nothing" if root is None or is_null(root) else "no keys")
        problems.add(Code.NOT_A_MAPPING, at=root or START, found=found)
        return None
    _check_keys(root, problems=problems)
    version = _read_version(root, problems=problems, warnings=warnings)
    drafts = _read_actions(root, version=version, problems=problems, warnings=warnings)
    _check_among_actions(drafts, version=version, problems=problems)
    population_size = _read_population_size(root, version=version, problems=problems)
    if problems:
        return None
    return _pipeline(drafts, version=version, population_size=population_size)


def _check_keys(root: MapNode, *, problems: Problems) -> None:
    unknown = [entry.key for key, entry in root.entries.items() if key not in PROJECT_KEYS]
    if unknown:
        keys = tuple(key.name for key in unknown)
        problems.add(Code.UNEXPECTED_PROJECT_KEY, at=unknown[0], keys=keys)


def _read_version(root: MapNode, *, problems: Problems, warnings: Problems) -> float:
    """The version, for the rules that depend on it: NaN where there is none, so that none does."""
    entry = root.entries.get("version")
    if entry is None:
        problems.add(Code.MISSING_VERSION, at=START, latest=LATEST_VERSION)
        return float("nan")
    version = _number(entry.node)
    if version is None:
        problems.add(Code.VERSION_NOT_A_NUMBER, at=entry.key, latest=LATEST_VERSION)
        return float("nan")
    if version > LATEST_VERSION:
        problems.add(Code.VERSION_TOO_NEW, at=entry.key, latest=LATEST_VERSION)
        return LATEST_VERSION
    if version != LATEST_VERSION:
        warnings.add(Code.OLD_VERSION, at=entry.key, latest=LATEST_VERSION)
    return version


def _number(node: Node) -> float | None:
    if not isinstance(node, Scalar) or not isinstance(node.value, str | float | int):
        return None
    try:
        return float(node.value)
    except OverflowError:
        return float("inf") if isinstance(node.value, int) and node.value > 0 else float("-inf")
    except ValueError:
        return None


def _read_actions(
    root: MapNode, *, version: float, problems: Problems, warnings: Problems
) -> dict[str, Draft]:
    entry = root.entries.get("actions")
    if entry is None or not isinstance(entry.node, MapNode):
        at, found = (entry.key, described(entry.node)) if entry else (START, "is missing")
        problems.add(Code.ACTIONS_NOT_A_MAPPING, at=at, found=Verbatim(found))
        return {}
    drafts: dict[str, Draft] = {}
    for action in entry.node.entries.values():
        _check_id(action, version=version, problems=problems, warnings=warnings)
        draft = check_action(action, problems=problems)
        drafts[draft.id] = draft
    return drafts


def _check_id(action: Entry, *, version: float, problems: Problems, warnings: Problems) -> None:
    key = action.key
    if key.value in (None, ""):
        problems.add(Code.ACTION_WITHOUT_NAME, at=key)
    elif key.name == RUN_ALL and version >= _RUN_ALL_RESERVED_SINCE:
        problems.add(Code.RUN_ALL_RESERVED, at=key, action=key.name)
    elif key.name == RUN_ALL:
        warnings.add(Code.RUN_ALL_IGNORED, at=key, action=key.name)


def _check_among_actions(
    drafts: Mapping[str, Draft], *, version: float, problems: Problems
) -> None:
    for draft in drafts.values():
        if draft.run and draft.command:
            name = draft.command.name
            if version >= _COHORTEXTRACTOR_GONE_SINCE and name.startswith("cohortextractor"):
                problems.add(Code.COHORTEXTRACTOR_NOT_SUPPORTED, at=draft.run.key, action=draft.id)
            if version >= _LATEST_GONE_SINCE and draft.command.version == "latest":
                problems.add(
                    Code.LATEST_NOT_SUPPORTED,
                    at=draft.run.key,
                    action=draft.id,
                    word=draft.command.first_word,
                    example=draft.command.image,
                )
    _check_commands_differ(drafts.values(), problems=problems)
    if version >= _UNIQUE_OUTPUTS_SINCE:
        _check_outputs_differ(drafts.values(), problems=problems)
    check_needs(drafts, problems=problems)


def _check_commands_differ(drafts: Iterable[Draft], *, problems: Problems) -> None:
    seen: dict[str, Draft] = {}
    for draft in drafts:
        if draft.run is None:
            continue
        first = seen.setdefault(draft.run.text, draft)
        if first is not draft:
            problems.add(
                Code.DUPLICATE_RUN_COMMAND,
                at=draft.run.key,
                action=draft.id,
                other=first.id,
                first=first.key.line,
            )


def _check_outputs_differ(drafts: Iterable[Draft], *, problems: Problems) -> None:
    seen: dict[str, tuple[Draft, Text]] = {}
    for draft in drafts:
        for level in draft.outputs.values():
            for output in level.values():
                other, first = seen.setdefault(output.text, (draft, output))
                if first is not output:
                    problems.add(
                        Code.DUPLICATE_OUTPUT_PATH,
                        at=output.key,
                        path=output.text,
                        other=other.id,
                        first=first.key.line,
                    )


def _read_population_size(root: MapNode, *, version: float, problems: Problems) -> int | None:
    entry = root.get("expectations")
    if version >= _EXPECTATIONS_GONE_SINCE:
        if entry:
            problems.add(Code.EXPECTATIONS_NOT_SUPPORTED, at=entry.key)
        return None
    if version != _EXPECTATIONS_IN:
        return _DEFAULT_POPULATION_SIZE
    if entry is None:
        key = root.entries["expectations"].key if "expectations" in root.entries else START
        problems.add(Code.EXPECTATIONS_MISSING, at=key, latest=LATEST_VERSION)
        return None
    return _check_expectations(entry, problems=problems)


def _check_expectations(entry: Entry, *, problems: Problems) -> int | None:
    if not isinstance(entry.node, MapNode):
        problems.add(Code.EXPECTATIONS_NOT_A_MAPPING, at=entry.key)
        return None
    entries = entry.node.entries
    unknown = [other.key for key, other in entries.items() if key != "population_size"]
    if unknown:
        keys = tuple(key.name for key in unknown)
        problems.add(Code.UNEXPECTED_EXPECTATIONS_KEY, at=unknown[0], keys=keys)
    if "population_size" not in entries:
        problems.add(Code.POPULATION_SIZE_MISSING, at=entry.key)
        return None
    key, node = entries["population_size"]
    size = _whole_number(node)
    if size is None:
        problems.add(Code.POPULATION_SIZE_NOT_A_NUMBER, at=key)
    return size


def _whole_number(node: Node) -> int | None:
    if not isinstance(node, Scalar) or not isinstance(node.value, str | float | int):
        return None
    try:
        return int(node.value)
    except (ValueError, OverflowError):  # NaN and infinity among them
        return None


def _pipeline(
    drafts: Mapping[str, Draft], *, version: float, population_size: int | None
) -> Pipeline:
    actions = {draft.id: _action(draft) for draft in drafts.values()}
    images = {draft.command.image for draft in drafts.values() if draft.command}
    return Pipeline(
        version=version,
        population_size=population_size,
        actions=actions,
        run_all_order=in_run_order(
            (action for action in actions if action != RUN_ALL),
            needs={action.id: action.needs for action in actions.values()},
        ),
        action_images=tuple(sorted(images)),
    )


def _action(draft: Draft) -> Action:
    return Action(
        id=draft.id,
        run=draft.run.text if draft.run else "",
        needs=tuple(need.text for need in draft.needs),
        outputs={
            level: {name: output.text for name, output in outputs.items()}
            for level, outputs in draft.outputs.items()
        },
        is_database_action=draft.command is not None and draft.command.is_database_action,
        config=draft.config,
        dummy_data_file=draft.dummy_data_file,
        line=draft.key.line,
    )
