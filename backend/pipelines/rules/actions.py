"""Rules for one action (PY-10 to PY-14, PY-25 to PY-31); its outputs are the next module's."""

from pathlib import PurePosixPath
from typing import cast

from pipelines.codes import Code
from pipelines.commands import Command, UnclosedQuote, parse_command
from pipelines.model import HIGHLY_SENSITIVE
from pipelines.nodes import Entry, ListNode, MapNode, Scalar, described, plain, text_of
from pipelines.problems import Problems, Verbatim
from pipelines.rules.drafts import Draft, Text
from pipelines.rules.outputs import check_outputs

ACTION_KEYS = ("run", "needs", "outputs", "config", "dummy_data_file")


def check_action(entry: Entry, *, problems: Problems) -> Draft:
    """Everything that can be said about an action without looking at the others."""
    draft = Draft(id=entry.key.name, key=entry.key)
    if not isinstance(entry.node, MapNode):
        found = Verbatim(described(entry.node))
        problems.add(Code.ACTION_NOT_A_MAPPING, at=entry.key, action=draft.id, found=found)
        return draft
    sections = entry.node.entries
    _check_keys(entry.node, draft=draft, problems=problems)
    if "outputs" in sections:
        draft.outputs = check_outputs(sections["outputs"], action=draft.id, problems=problems)
    if "run" in sections:
        _read_run(sections["run"], draft=draft, problems=problems)
    if needs := entry.node.get("needs"):
        _read_needs(needs, draft=draft, problems=problems)
    if config := entry.node.get("config"):
        _read_config(config, draft=draft, problems=problems)
    if dummy_data_file := entry.node.get("dummy_data_file"):
        _read_dummy_data_file(dummy_data_file, draft=draft, problems=problems)
    if draft.command and draft.command.makes_cohort:
        _check_cohort(draft, command=draft.command, problems=problems)
    if draft.run and draft.command and draft.command.makes_dataset:
        _check_dataset(draft, run=draft.run, command=draft.command, problems=problems)
    return draft


def _check_keys(sections: MapNode, *, draft: Draft, problems: Problems) -> None:
    if "run" not in sections.entries:
        problems.add(Code.MISSING_RUN, at=draft.key, action=draft.id)
    if "outputs" not in sections.entries:
        problems.add(Code.MISSING_OUTPUTS, at=draft.key, action=draft.id)
    unknown = [entry.key for key, entry in sections.entries.items() if key not in ACTION_KEYS]
    if unknown:
        problems.add(
            Code.UNEXPECTED_ACTION_KEY,
            at=unknown[0],
            keys=tuple(key.name for key in unknown),
            action=draft.id,
            known=ACTION_KEYS,
            hint=problems.suggest(unknown[0].name, among=ACTION_KEYS),
        )


def _read_run(entry: Entry, *, draft: Draft, problems: Problems) -> None:
    run = text_of(entry.node)
    if run is None:
        problems.add(Code.RUN_NOT_A_STRING, at=entry.key, level="run", action=draft.id)
        return
    draft.run = Text(key=entry.key, text=run)
    try:
        draft.command = parse_command(run)
    except UnclosedQuote:
        problems.add(Code.RUN_UNPARSEABLE, at=entry.key, action=draft.id)
        return
    if draft.command is None:
        problems.add(Code.RUN_EMPTY, at=entry.key, action=draft.id)
    elif not draft.command.has_version:
        problems.add(
            Code.COMMAND_WITHOUT_VERSION,
            at=entry.key,
            action=draft.id,
            word=draft.command.first_word,
            command=draft.command.name,
        )


def _read_needs(entry: Entry, *, draft: Draft, problems: Problems) -> None:
    if not isinstance(entry.node, ListNode):
        problems.add(Code.NEEDS_NOT_A_LIST, at=entry.key, level="needs", action=draft.id)
        return
    for item in entry.node.items:
        need = text_of(item)
        if need is None:
            problems.add(Code.NEEDS_NOT_A_STRING, at=item, action=draft.id)
        elif " " in need:
            problems.add(Code.NEEDS_CONTAINS_SPACE, at=item, action=draft.id, need=need)
        else:
            draft.needs.append(cast("Scalar", item))


def _read_config(entry: Entry, *, draft: Draft, problems: Problems) -> None:
    if isinstance(entry.node, MapNode):
        draft.config = cast("dict[str, object]", plain(entry.node))
    else:
        problems.add(Code.CONFIG_NOT_A_MAPPING, at=entry.key, level="config", action=draft.id)


def _read_dummy_data_file(entry: Entry, *, draft: Draft, problems: Problems) -> None:
    draft.dummy_data_file = text_of(entry.node)
    if draft.dummy_data_file is None:
        problems.add(
            Code.DUMMY_DATA_FILE_NOT_A_STRING,
            at=entry.key,
            level="dummy_data_file",
            action=draft.id,
        )


def _check_cohort(draft: Draft, *, command: Command, problems: Problems) -> None:
    if sum(bool(outputs) for outputs in draft.outputs.values()) > 1:
        problems.add(Code.COHORT_OUTPUT_LEVELS, at=draft.key, action=draft.id)
    folders = {PurePosixPath(path).parent for path in draft.paths}
    if len(folders) > 1 and command.option("--output-dir") is None:
        problems.add(Code.COHORT_OUTPUT_DIRS, at=draft.key, action=draft.id)


def _check_dataset(draft: Draft, *, run: Text, command: Command, problems: Problems) -> None:
    for level, outputs in draft.outputs.items():
        if level != HIGHLY_SENSITIVE and outputs:
            first = next(iter(outputs.values()))
            problems.add(Code.EHRQL_OUTPUT_PRIVACY_LEVEL, at=first.key, action=draft.id)
    argument = command.output
    if argument is None:
        problems.add(Code.EHRQL_NO_OUTPUT_ARGUMENT, at=run.key, action=draft.id)
    elif not _is_among_outputs(argument, paths=draft.paths):
        problems.add(Code.EHRQL_OUTPUT_MISMATCH, at=run.key, action=draft.id, argument=argument)


def _is_among_outputs(argument: str, *, paths: list[str]) -> bool:
    """Whether the outputs say what `--output` says: one path, or all files of `folder:type`."""
    folder, is_folder, file_type = argument.rpartition(":")
    if not is_folder:
        return argument in paths
    prefix = f"{folder.rstrip('/')}/"
    return all(
        path.startswith(prefix)
        and path.endswith(f".{file_type}")
        and "/" not in path[len(prefix) :]
        for path in paths
    )
