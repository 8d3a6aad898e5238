"""Rules for the outputs of an action and their paths (PY-15 to PY-24)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipelines.codes import Code
from pipelines.model import MODERATELY_SENSITIVE, PRIVACY_LEVELS
from pipelines.nodes import Entry, MapNode, text_of
from pipelines.problems import Problems
from pipelines.rules.drafts import Text

REVIEWABLE_FILE_TYPES = (
    *(".csv", ".jpg", ".jpeg", ".png", ".svg", ".svgz"),
    *(".html", ".txt", ".log", ".json", ".md"),
)
_UNKNOWN_WILDCARD = re.compile(r"\*\*|\?|\[")
_FROM_ROOT_OR_DRIVE = re.compile(r"/|[A-Za-z]:")


def check_outputs(outputs: Entry, *, action: str, problems: Problems) -> dict[str, dict[str, Text]]:
    """The outputs that could be read: privacy level → name → path with its key."""
    levels = outputs.node
    if not isinstance(levels, MapNode):
        problems.add(Code.OUTPUTS_NOT_A_MAPPING, at=outputs.key, level="outputs", action=action)
        return {}
    given = [(level, entry) for level in PRIVACY_LEVELS if (entry := levels.get(level))]
    if not given:
        problems.add(Code.NO_OUTPUTS, at=outputs.key, action=action, known=PRIVACY_LEVELS)
    unknown = [entry.key for key, entry in levels.entries.items() if key not in PRIVACY_LEVELS]
    if unknown:
        problems.add(
            Code.UNKNOWN_PRIVACY_LEVEL,
            at=unknown[0],
            keys=tuple(key.name for key in unknown),
            action=action,
            known=PRIVACY_LEVELS,
            hint=problems.suggest(unknown[0].name, among=PRIVACY_LEVELS),
        )
    return {
        level: _check_level(entry, level=level, action=action, problems=problems)
        for level, entry in given
    }


def _check_level(entry: Entry, *, level: str, action: str, problems: Problems) -> dict[str, Text]:
    if not isinstance(entry.node, MapNode):
        problems.add(Code.PRIVACY_LEVEL_NOT_A_MAPPING, at=entry.key, level=level, action=action)
        return {}
    outputs = {}
    for key, node in entry.node.entries.values():
        path = text_of(node)
        if path is None:
            problems.add(Code.OUTPUT_PATH_NOT_A_STRING, at=key, output=key.name, action=action)
            continue
        outputs[key.name] = Text(key=key, text=path)
        for code in _faults(path, level=level):
            problems.add(code, at=key, path=path, known=REVIEWABLE_FILE_TYPES)
    return outputs


def _faults(path: str, *, level: str) -> Iterator[Code]:
    """Everything that is wrong with a path, in the order of the rules."""
    if "\\" in path:
        yield Code.OUTPUT_PATH_BACKSLASH
    if _UNKNOWN_WILDCARD.search(path):
        yield Code.OUTPUT_PATH_WILDCARD
    suffix = PurePosixPath(path).suffix
    if suffix in ("", ".") or suffix.endswith("*"):
        yield Code.OUTPUT_PATH_NO_EXTENSION
    elif level == MODERATELY_SENSITIVE and suffix not in REVIEWABLE_FILE_TYPES:
        yield Code.MODERATELY_SENSITIVE_FILE_TYPE
    parts = path.removeprefix("/").split("/")
    if any(part in ("", ".", "..") for part in parts):
        yield Code.OUTPUT_PATH_NOT_NORMAL
    if parts[0] == "metadata" and not path.startswith("/"):
        yield Code.OUTPUT_PATH_METADATA_DIR
    if _FROM_ROOT_OR_DRIVE.match(path):
        yield Code.OUTPUT_PATH_ABSOLUTE
