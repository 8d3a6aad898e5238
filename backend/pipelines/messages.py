"""How each code is told to a person, and what its subject is made of: one table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pipelines.codes import Code


class Kind(NamedTuple):
    """How a code is told: `message` is a format text, `subject` names the details it is about."""

    message: str
    subject: tuple[str, ...] = ()


PLACE = ("line", "column")

_READING = {
    Code.FILE_NOT_UTF8: Kind(
        "The file is not UTF-8: the byte {byte} cannot stand here. Save it again as UTF-8.", PLACE
    ),
    Code.FILE_CONTROL_CHARACTER: Kind(
        "The unprintable character {character} stands here. Remove it.", PLACE
    ),
    Code.FILE_TOO_LARGE: Kind(
        "The file is larger than {limit:,} bytes. Split the study, or remove what no action uses.",
        PLACE,
    ),
    Code.YAML_BAD_INDENTATION: Kind(
        "This does not line up with the block that begins on line {start}. "
        "Indent it exactly like its neighbours.",
        PLACE,
    ),
    Code.YAML_BAD_MERGE: Kind(
        'The key "<<" takes a mapping or a list of mappings, mostly as "*name". '
        "Give it one, or remove the key.",
        PLACE,
    ),
    Code.YAML_BAD_TOKEN: Kind(
        "Nothing can begin with {character}. Put the text in quotes; "
        "where it is a tab, indent with spaces.",
        PLACE,
    ),
    Code.YAML_BAD_VALUE: Kind(
        "{text} looks like a {type} but is none. Correct it, or put it in quotes to make it text.",
        PLACE,
    ),
    Code.YAML_DUPLICATE_KEY: Kind(
        "The key {key} stands here a second time; the first is on line {first}. "
        "Rename or remove one of the two.",
        PLACE,
    ),
    Code.YAML_KEY_NOT_PLAIN: Kind(
        "A list or mapping stands where a key should be. Write the key as text.", PLACE
    ),
    Code.YAML_MAPPING_VALUE_NOT_ALLOWED: Kind(
        "A colon stands where no key can be. Put the text in quotes, "
        "or begin a new line where a new key is meant.",
        PLACE,
    ),
    Code.YAML_MISSING_COLON: Kind(
        "No colon follows the text that begins on line {start}. Write it as a key with a colon, "
        "or indent it deeper where it continues the line above.",
        PLACE,
    ),
    Code.YAML_MULTIPLE_DOCUMENTS: Kind(
        'A second document begins here. Keep everything in one and remove the line "---".', PLACE
    ),
    Code.YAML_RECURSIVE_ALIAS: Kind(
        "The reference {name} stands inside the value that it refers to. Write out what is meant.",
        PLACE,
    ),
    Code.YAML_SYNTAX_ERROR: Kind(
        "The file cannot be read on from here ({reason}). Mend this line or the one above it.",
        PLACE,
    ),
    Code.YAML_TOO_DEEP: Kind(
        "Values are nested more than {limit} deep here. A pipeline needs six levels; "
        "write this one flatter.",
        PLACE,
    ),
    Code.YAML_TOO_MANY_ALIASES: Kind(
        "With its references written out the file holds more than can be read. "
        'Use fewer references such as "*name".',
        PLACE,
    ),
    Code.YAML_TOO_MANY_VALUES: Kind(
        "From here on the file holds more values than can be read. Split the study.", PLACE
    ),
    Code.YAML_UNCLOSED_BRACKET: Kind(
        "The bracket that opens here is not closed, or a comma is missing inside it "
        "(reading stopped on line {end}). Add what is missing.",
        PLACE,
    ),
    Code.YAML_UNCLOSED_QUOTE: Kind(
        "The quote that opens here is never closed. Add the closing quote.", PLACE
    ),
    Code.YAML_UNDEFINED_ALIAS: Kind(
        "Nothing above carries the name of this reference: a value that begins with * points "
        'back to a name made with &. Put a pattern such as "*.csv" in quotes.',
        PLACE,
    ),
    Code.YAML_UNSUPPORTED_TAG: Kind(
        "The tag {tag} has no meaning in a pipeline. Remove it.", PLACE
    ),
}

_PROJECT = {
    Code.NOT_A_MAPPING: Kind(
        'The file holds {found}. Begin it with the keys "version" and "actions".'
    ),
    Code.UNEXPECTED_PROJECT_KEY: Kind(
        'The top level knows only "version", "actions" and "expectations", not {keys}. '
        'Indent an action to stand below "actions", or remove the key.',
        ("keys",),
    ),
    Code.MISSING_VERSION: Kind('The key "version" is missing. Add the line "version: {latest}".'),
    Code.VERSION_NOT_A_NUMBER: Kind('The version is no number. Write "version: {latest}".'),
    Code.VERSION_TOO_NEW: Kind(
        'The newest version is {latest}; this one is not known yet. Write "version: {latest}".'
    ),
    Code.ACTIONS_NOT_A_MAPPING: Kind(
        'The key "actions" {found}. List the actions below it, each indented and with its name '
        "as the key."
    ),
    Code.EXPECTATIONS_NOT_SUPPORTED: Kind(
        'The key "expectations" is gone since version 4. Remove it.'
    ),
    Code.EXPECTATIONS_MISSING: Kind(
        'Version 3 needs "expectations" with a "population_size". Add it, '
        "or move to version {latest}, which has none."
    ),
    Code.EXPECTATIONS_NOT_A_MAPPING: Kind(
        'The key "expectations" holds no mapping. Write "population_size: 1000" below it.'
    ),
    Code.UNEXPECTED_EXPECTATIONS_KEY: Kind(
        'The key "expectations" knows only "population_size", not {keys}. Remove the rest.',
        ("keys",),
    ),
    Code.POPULATION_SIZE_MISSING: Kind(
        'The key "expectations" lacks "population_size". Add "population_size: 1000".'
    ),
    Code.POPULATION_SIZE_NOT_A_NUMBER: Kind(
        'The population size is no number. Write "population_size: 1000".'
    ),
}

_SHAPE = {
    Code.RUN_ALL_RESERVED: Kind(
        'The name "run_all" stands for all actions together. Give this action another name.',
        ("action",),
    ),
    Code.ACTION_WITHOUT_NAME: Kind("An action has no name. Write one before the colon."),
    Code.ACTION_NOT_A_MAPPING: Kind(
        'The action {action} {found}. Give it "run" and "outputs", indented below its name.',
        ("action",),
    ),
    Code.MISSING_RUN: Kind(
        'The action {action} has no "run". Add the command, such as "run: python:v2 script.py".',
        ("action",),
    ),
    Code.MISSING_OUTPUTS: Kind(
        'The action {action} has no "outputs". Say which files it makes, below a privacy level.',
        ("action",),
    ),
    Code.UNEXPECTED_ACTION_KEY: Kind(
        "The action {action} cannot have {keys}. The keys of an action are {known}; "
        "correct the spelling or the indentation.{hint}",
        ("keys", "action"),
    ),
    Code.OUTPUTS_NOT_A_MAPPING: Kind(
        'The "outputs" of {action} are no mapping. Write a privacy level below it, and below that '
        '"name: path".',
        ("level", "action"),
    ),
    Code.RUN_NOT_A_STRING: Kind(
        'The "run" of {action} is no text. Write the command in one line, '
        'such as "run: python:v2 script.py".',
        ("level", "action"),
    ),
    Code.NEEDS_NOT_A_LIST: Kind(
        'The "needs" of {action} are no list. Write them in brackets with commas between.',
        ("level", "action"),
    ),
    Code.CONFIG_NOT_A_MAPPING: Kind(
        'The "config" of {action} is no mapping. Write "key: value" lines below it.',
        ("level", "action"),
    ),
    Code.DUMMY_DATA_FILE_NOT_A_STRING: Kind(
        'The "dummy_data_file" of {action} is no text. Write one path after it.',
        ("level", "action"),
    ),
}

_OUTPUTS = {
    Code.NO_OUTPUTS: Kind(
        "The action {action} names no output below one of the privacy levels {known}. "
        "Add the level that fits."
    ),
    Code.UNKNOWN_PRIVACY_LEVEL: Kind(
        "{keys} in the outputs of {action} is no privacy level. The levels are {known}.{hint}",
        ("keys", "action"),
    ),
    Code.PRIVACY_LEVEL_NOT_A_MAPPING: Kind(
        'The outputs of {action} below {level} are no mapping. Write "name: path" lines below it.',
        ("level", "action"),
    ),
    Code.OUTPUT_PATH_NOT_A_STRING: Kind(
        "The output {output} of {action} has no text for its path. Write one path after the name.",
        ("output", "action"),
    ),
    Code.OUTPUT_PATH_BACKSLASH: Kind(
        "The path {path} has a backslash. Separate folders with /.", ("path",)
    ),
    Code.OUTPUT_PATH_WILDCARD: Kind(
        "The path {path} has a wildcard other than a single *. Of **, ? and [ none is known here; "
        "use *.",
        ("path",),
    ),
    Code.OUTPUT_PATH_NO_EXTENSION: Kind(
        "The path {path} does not end in a file type. End it in one, such as .csv.", ("path",)
    ),
    Code.MODERATELY_SENSITIVE_FILE_TYPE: Kind(
        "The path {path} is of a type that cannot be reviewed for release. Save it as one of "
        "{known} (in small letters), or move it to highly_sensitive.",
        ("path",),
    ),
    Code.OUTPUT_PATH_NOT_NORMAL: Kind(
        "The path {path} is not in its shortest form. Leave out //, . and .. and a / at the end.",
        ("path",),
    ),
    Code.OUTPUT_PATH_METADATA_DIR: Kind(
        'The path {path} lies in "metadata", where the logs go. Choose another folder.', ("path",)
    ),
    Code.OUTPUT_PATH_ABSOLUTE: Kind(
        "The path {path} begins at the root or a drive. Begin it inside the workspace, "
        "such as output/.",
        ("path",),
    ),
}

_COMMAND = {
    Code.RUN_EMPTY: Kind(
        'The "run" of {action} is empty. Write the command, such as "python:v2 script.py".',
        ("action",),
    ),
    Code.RUN_UNPARSEABLE: Kind(
        'The "run" of {action} ends inside a quote or after a backslash. '
        "Close the quote or remove the backslash.",
        ("action",),
    ),
    Code.COMMAND_WITHOUT_VERSION: Kind(
        'The "run" of {action} begins with {word}, which names no image with its version. '
        'Begin it like "python:v2".',
        ("command",),
    ),
    Code.NEEDS_NOT_A_STRING: Kind(
        "One of the needs of {action} is no text. Write the name of an action.", ("action",)
    ),
    Code.NEEDS_CONTAINS_SPACE: Kind(
        "The need {need} of {action} has a space in it. Put a comma between two names.",
        ("action", "need"),
    ),
    Code.COHORT_OUTPUT_LEVELS: Kind(
        "The action {action} makes a cohort, whose outputs share one privacy level. "
        "Move them below one.",
        ("action",),
    ),
    Code.COHORT_OUTPUT_DIRS: Kind(
        "The action {action} makes a cohort in several folders. "
        "Put its outputs in one folder, or add --output-dir to its command.",
        ("action",),
    ),
    Code.EHRQL_OUTPUT_PRIVACY_LEVEL: Kind(
        "The action {action} makes a dataset, which is patient-level data. "
        "Move this output below highly_sensitive.",
        ("action",),
    ),
    Code.EHRQL_NO_OUTPUT_ARGUMENT: Kind(
        "The action {action} makes a dataset without saying where. "
        "Add --output with the path to its command.",
        ("action",),
    ),
    Code.EHRQL_OUTPUT_MISMATCH: Kind(
        "The command of {action} writes to {argument}, which its outputs do not say. "
        "Make the two the same.",
        ("action",),
    ),
}

_AMONG_ACTIONS = {
    Code.COHORTEXTRACTOR_NOT_SUPPORTED: Kind(
        "The action {action} uses cohortextractor, which is gone since version 4. "
        "Rewrite it in ehrQL, or stay at version 3.",
        ("action",),
    ),
    Code.LATEST_NOT_SUPPORTED: Kind(
        "The action {action} uses {word}. From version 5 on name the version, such as {example}.",
        ("action",),
    ),
    Code.DUPLICATE_RUN_COMMAND: Kind(
        "The actions {other} (line {first}) and {action} run the same command. "
        "Remove one of the two, or change its command.",
        ("action", "other"),
    ),
    Code.DUPLICATE_OUTPUT_PATH: Kind(
        "The path {path} is already an output of {other} (line {first}). "
        "Give each output a path of its own.",
        ("path",),
    ),
    Code.UNKNOWN_NEED: Kind(
        "The action {action} needs {need}, but no action has that name. "
        "Correct the spelling, or add the action.{hint}",
        ("action", "need"),
    ),
    Code.NEEDS_CYCLE: Kind(
        "These needs go round in a circle: {circle}. None of them could ever start; "
        "remove one of these needs.",
        ("action", "need"),
    ),
}

_REMARKS = {
    Code.TOO_MANY_PROBLEMS: Kind(
        "There are more problems than the {limit} listed. Mend these and check again."
    ),
    Code.OLD_VERSION: Kind(
        "The version is not {latest}, the newest. Moving to it brings its checks."
    ),
    Code.RUN_ALL_IGNORED: Kind(
        'The action "run_all" is left out when everything is run. Give it another name.',
        ("action",),
    ),
}

KINDS: Mapping[Code, Kind] = MappingProxyType(
    {
        **_READING,
        **_PROJECT,
        **_SHAPE,
        **_OUTPUTS,
        **_COMMAND,
        **_AMONG_ACTIONS,
        **_REMARKS,
    }
)
