"""A file made for every code: what is wrong, at which line, about what."""

from pipelines import Code

OUTPUTS = "outputs: {highly_sensitive: {a: a.csv}}"
ACTION = f'run: "python:v2 a.py", {OUTPUTS}'


def in_action(line: str) -> str:
    """A file whose third line is the action's key and whose fourth is `line`."""
    return f"version: 5\nactions:\n  make:\n    {line}\n"


def with_path(path: str, level: str = "highly_sensitive") -> str:
    return in_action(f"run: python:v2 a.py\n    outputs:\n      {level}:\n        a: '{path}'")


def with_run(run: str, *, outputs: str = OUTPUTS, version: str = "5") -> str:
    return f"version: {version}\nactions:\n  make:\n    run: {run}\n    {outputs}\n"


READING = [
    (Code.FILE_NOT_UTF8, b"version: 5\nactions: \xff", 2, {"line": 2, "column": 10}),
    (Code.FILE_CONTROL_CHARACTER, "version: 5\r\nx: \x00", 2, {"line": 2, "column": 4}),
    (Code.FILE_CONTROL_CHARACTER, 'a: 1\nb: "x\\0"\n', 2, {"line": 2, "column": 4}),
    (Code.FILE_TOO_LARGE, b"#" * 2_000_001, 1, {"line": 1, "column": 1}),
    (Code.YAML_BAD_INDENTATION, "a:\n    b: 1\n  c: 2\n", 3, {"line": 3, "column": 3}),
    (Code.YAML_BAD_MERGE, "a: 1\n<<: text\n", 2, {"line": 2, "column": 1}),
    (Code.YAML_BAD_TOKEN, "a: 1\nb: @x\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_BAD_TOKEN, "a: 1\nb: & x\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_BAD_VALUE, "a: 1\nb: 2021-02-30\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_BAD_VALUE, "a: !!int word\n", 1, {"line": 1, "column": 4}),
    (Code.YAML_DUPLICATE_KEY, "a: 1\nb: {c: 1,\n  c: 2}\n", 3, {"line": 3, "column": 3}),
    (Code.YAML_DUPLICATE_KEY, "1: a\n'1': b\n", 2, {"line": 2, "column": 1}),
    (Code.YAML_DUPLICATE_KEY, "a: &a {}\n<<: *a\n<<: *a\n", 3, {"line": 3, "column": 1}),
    (Code.YAML_KEY_NOT_PLAIN, "a: 1\n[b]: 2\n", 2, {"line": 2, "column": 1}),
    (Code.YAML_MAPPING_VALUE_NOT_ALLOWED, "a: 1\nb: c: d\n", 2, {"line": 2, "column": 5}),
    (Code.YAML_MAPPING_VALUE_NOT_ALLOWED, "a: 1\nb: [c] d: 1\n", 2, {"line": 2, "column": 9}),
    (Code.YAML_MISSING_COLON, "a: 1\nb\nc: 2\n", 3, {"line": 3, "column": 1}),
    (Code.YAML_MULTIPLE_DOCUMENTS, "version: 5\n---\nactions: {}\n", 2, {"line": 2, "column": 1}),
    (Code.YAML_RECURSIVE_ALIAS, "a: &x\n  - *x\n", 2, {"line": 2, "column": 5}),
    (Code.YAML_SYNTAX_ERROR, 'a: 1\nb: "\\q"\n', 2, {"line": 2, "column": 5}),
    (Code.YAML_TOO_DEEP, "a: 1\nb: " + "[" * 60, 2, {"line": 2, "column": 53}),
    (Code.YAML_TOO_MANY_VALUES, "[\n" + "1, " * 120_000 + "]", 2, {"line": 2, "column": 359998}),
    (Code.YAML_UNCLOSED_BRACKET, "a: 1\nb: [c,\nd: e\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_UNCLOSED_QUOTE, "a: 1\nb: 'c\nd: e\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_UNDEFINED_ALIAS, "a: 1\nb: *c\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_UNDEFINED_ALIAS, "a: 1\nb: *.csv\n", 2, {"line": 2, "column": 4}),
    (
        Code.YAML_UNSUPPORTED_TAG,
        "a: 1\nb: !!python/name:os.system x\n",
        2,
        {"line": 2, "column": 4},
    ),
    (Code.YAML_UNSUPPORTED_TAG, "a: 1\nb: !mine [1]\n", 2, {"line": 2, "column": 4}),
    (Code.YAML_UNSUPPORTED_TAG, "%TAG ! a:\n" * 51 + "---\na: 1\n", 1, {"line": 1, "column": 1}),
]

PROJECT = [
    (Code.NOT_A_MAPPING, "", 1, None),
    (Code.NOT_A_MAPPING, "# nothing\n", 1, None),
    (Code.NOT_A_MAPPING, "---\n- version\n", 2, None),
    (Code.NOT_A_MAPPING, "version", 1, None),
    (
        Code.UNEXPECTED_PROJECT_KEY,
        "version: 5\nactions: {}\nmake: {}\n2: {}\n",
        3,
        {"keys": "make, 2"},
    ),
    (Code.MISSING_VERSION, "actions: {}\n", 1, None),
    (Code.VERSION_NOT_A_NUMBER, "actions: {}\nversion: five\n", 2, None),
    (Code.VERSION_NOT_A_NUMBER, "actions: {}\nversion:\n", 2, None),
    (Code.VERSION_NOT_A_NUMBER, "actions: {}\nversion: 2021-01-01\n", 2, None),
    (Code.VERSION_NOT_A_NUMBER, "actions: {}\nversion: [5]\n", 2, None),
    (Code.VERSION_TOO_NEW, "actions: {}\nversion: 5.1\n", 2, None),
    (Code.VERSION_TOO_NEW, "actions: {}\nversion: 1e999\n", 2, None),
    (Code.VERSION_TOO_NEW, f"actions: {{}}\nversion: {'9' * 5000}\n", 2, None),
    (Code.VERSION_TOO_NEW, f"actions: {{}}\nversion: 0x{'f' * 5000}\n", 2, None),
    (Code.ACTIONS_NOT_A_MAPPING, "version: 5\n", 1, None),
    (Code.ACTIONS_NOT_A_MAPPING, "version: 5\nactions:\n", 2, None),
    (Code.ACTIONS_NOT_A_MAPPING, "version: 5\nactions: [make]\n", 2, None),
    (
        Code.EXPECTATIONS_NOT_SUPPORTED,
        "version: 4\nexpectations: {population_size: 1000}\nactions: {}\n",
        2,
        None,
    ),
    (Code.EXPECTATIONS_MISSING, "version: 3\nactions: {}\n", 1, None),
    (Code.EXPECTATIONS_MISSING, "version: 3\nactions: {}\nexpectations:\n", 3, None),
    (Code.EXPECTATIONS_NOT_A_MAPPING, "version: 3\nactions: {}\nexpectations: 1000\n", 3, None),
    (
        Code.UNEXPECTED_EXPECTATIONS_KEY,
        "version: 3\nactions: {}\nexpectations:\n  population_size: 10\n  size: 10\n",
        5,
        {"keys": "size"},
    ),
    (Code.POPULATION_SIZE_MISSING, "version: 3\nactions: {}\nexpectations: {}\n", 3, None),
    *(
        (
            Code.POPULATION_SIZE_NOT_A_NUMBER,
            f"version: 3\nactions: {{}}\nexpectations:\n  population_size: {size}\n",
            4,
            None,
        )
        for size in ("many", "", ".inf", ".nan", "'1.5'", "2021-01-01", "[1]")
    ),
]

ABOUT_MAKE = {"action": "make"}
SHAPE = [
    (
        Code.RUN_ALL_RESERVED,
        f"version: 5\nactions:\n  run_all: {{{ACTION}}}\n",
        3,
        {"action": "run_all"},
    ),
    (Code.ACTION_WITHOUT_NAME, f"version: 5\nactions:\n  ~: {{{ACTION}}}\n", 3, None),
    (Code.ACTION_WITHOUT_NAME, f"version: 5\nactions:\n  '': {{{ACTION}}}\n", 3, None),
    (Code.ACTION_NOT_A_MAPPING, in_action(""), 3, ABOUT_MAKE),
    (Code.ACTION_NOT_A_MAPPING, in_action("run: python:v2").replace("run: ", ""), 3, ABOUT_MAKE),
    (Code.MISSING_RUN, in_action(OUTPUTS), 3, ABOUT_MAKE),
    (Code.MISSING_OUTPUTS, in_action("run: python:v2 a.py"), 3, ABOUT_MAKE),
    (
        Code.UNEXPECTED_ACTION_KEY,
        in_action(f"run: python:v2\n    {OUTPUTS}\n    need: []\n    1: x"),
        6,
        {"keys": "need, 1", "action": "make"},
    ),
    *(
        (
            code,
            in_action(f"{wrong}\n    " + "\n    ".join(rest)),
            4,
            {"level": wrong.partition(":")[0], "action": "make"},
        )
        for code, wrong, rest in (
            (Code.OUTPUTS_NOT_A_MAPPING, "outputs:", ["run: python:v2"]),
            (Code.OUTPUTS_NOT_A_MAPPING, "outputs: [a.csv]", ["run: python:v2"]),
            (Code.RUN_NOT_A_STRING, "run:", [OUTPUTS]),
            (Code.RUN_NOT_A_STRING, "run: [python]", [OUTPUTS]),
            (Code.RUN_NOT_A_STRING, "run: 10", [OUTPUTS]),
            (Code.NEEDS_NOT_A_LIST, "needs: other", ["run: python:v2", OUTPUTS]),
            (Code.CONFIG_NOT_A_MAPPING, "config: [x]", ["run: python:v2", OUTPUTS]),
            (Code.DUMMY_DATA_FILE_NOT_A_STRING, "dummy_data_file: {a: b}", ["run: p:v2", OUTPUTS]),
        )
    ),
]

PATHS = [
    (Code.OUTPUT_PATH_BACKSLASH, with_path(r"output\a.csv"), {"path": r"output\a.csv"}),
    *(
        (Code.OUTPUT_PATH_WILDCARD, with_path(path), {"path": path})
        for path in ("**/a.csv", "a?.csv", "[ab].csv")
    ),
    *(
        (Code.OUTPUT_PATH_NO_EXTENSION, with_path(path), {"path": path})
        for path in ("a", "a.*", "a.csv*", "*", "out.put/a", ".csv", "a.", "")
    ),
    *(
        (
            Code.MODERATELY_SENSITIVE_FILE_TYPE,
            with_path(path, "moderately_sensitive"),
            {"path": path},
        )
        for path in ("a.rds", "a.csv.gz", "a.CSV", "a.csv ")
    ),
    *(
        (Code.OUTPUT_PATH_NOT_NORMAL, with_path(path), {"path": path})
        for path in ("./a.csv", "a//b.csv", "a/./b.csv", "a/../b.csv", "../a.csv", "a.csv/")
    ),
    *(
        (Code.OUTPUT_PATH_METADATA_DIR, with_path(path), {"path": path})
        for path in ("metadata/a.log", "metadata")
    ),
    *(
        (Code.OUTPUT_PATH_ABSOLUTE, with_path(path), {"path": path})
        for path in ("/a.csv", "c:/a.csv", r"C:\a.csv")
    ),
]

OUTPUT_LEVELS = [
    (Code.NO_OUTPUTS, in_action("outputs: {}\n    run: python:v2"), 4, None),
    (
        Code.NO_OUTPUTS,
        in_action("outputs: {highly_sensitive: }\n    run: python:v2"),
        4,
        None,
    ),
    (Code.NO_OUTPUTS, in_action("outputs: {sensitive: {a: a.csv}}\n    run: p:v2"), 4, None),
    (
        Code.UNKNOWN_PRIVACY_LEVEL,
        in_action("outputs:\n      highly_sensitive: {}\n      1: {}\n    run: python:v2"),
        6,
        {"keys": "1", "action": "make"},
    ),
    (
        Code.PRIVACY_LEVEL_NOT_A_MAPPING,
        in_action("outputs:\n      highly_sensitive: [a.csv]\n    run: python:v2"),
        5,
        {"level": "highly_sensitive", "action": "make"},
    ),
    (
        Code.OUTPUT_PATH_NOT_A_STRING,
        in_action("outputs:\n      highly_sensitive:\n        a: [a.csv]\n    run: python:v2"),
        6,
        {"output": "a", "action": "make"},
    ),
    *((code, source, 7, subject) for code, source, subject in PATHS),
]

TWO_LEVELS = "outputs: {highly_sensitive: {a: a.csv}, moderately_sensitive: {b: b.csv}}"
TWO_FOLDERS = "outputs: {highly_sensitive: {a: x/a.csv, b: y/b.csv}}"
COHORT = "cohortextractor:v1 generate_cohort"
DATASET = "ehrql:v1 generate-dataset d.py"
COMMANDS = [
    (Code.RUN_EMPTY, with_run("''"), 4, ABOUT_MAKE),
    (Code.RUN_EMPTY, with_run("'  '"), 4, ABOUT_MAKE),
    (Code.RUN_UNPARSEABLE, with_run("python:v2 'a.py"), 4, ABOUT_MAKE),
    (Code.RUN_UNPARSEABLE, with_run("python:v2 a.py \\"), 4, ABOUT_MAKE),
    *(
        (Code.COMMAND_WITHOUT_VERSION, with_run(f"{image} a.py"), 4, {"command": command})
        for image, command in (
            ("python", "python"),
            ("python:2", "python"),
            ("python:v", "python"),
            ("python:v2-rc", "python"),
            ("a:b:v2", "a"),
        )
    ),
    (Code.NEEDS_NOT_A_STRING, in_action(f"needs:\n    - 1\n    {OUTPUTS}"), 5, ABOUT_MAKE),
    (
        Code.NEEDS_CONTAINS_SPACE,
        in_action(f"needs:\n    - a b\n    {OUTPUTS}"),
        5,
        {"action": "make", "need": "a b"},
    ),
    (Code.COHORT_OUTPUT_LEVELS, with_run(COHORT, outputs=TWO_LEVELS, version="2"), 3, ABOUT_MAKE),
    (Code.COHORT_OUTPUT_DIRS, with_run(COHORT, outputs=TWO_FOLDERS, version="2"), 3, ABOUT_MAKE),
    (
        Code.EHRQL_OUTPUT_PRIVACY_LEVEL,
        with_run(f"{DATASET} --output a.csv", outputs=TWO_LEVELS),
        5,
        ABOUT_MAKE,
    ),
    (Code.EHRQL_NO_OUTPUT_ARGUMENT, with_run(DATASET), 4, ABOUT_MAKE),
    (Code.EHRQL_NO_OUTPUT_ARGUMENT, with_run(f"{DATASET} --output"), 4, ABOUT_MAKE),
    (
        Code.EHRQL_NO_OUTPUT_ARGUMENT,
        with_run("databuilder:v0 generate_dataset d.py"),
        4,
        ABOUT_MAKE,
    ),
    (Code.EHRQL_OUTPUT_MISMATCH, with_run(f"{DATASET} --output b.csv"), 4, ABOUT_MAKE),
    (
        Code.EHRQL_OUTPUT_MISMATCH,
        with_run(f"{DATASET} --output x:csv", outputs=TWO_FOLDERS.replace("y/b", "x/y/b")),
        4,
        ABOUT_MAKE,
    ),
    (Code.EHRQL_OUTPUT_MISMATCH, with_run(f"{DATASET} --output=out/:csv"), 4, ABOUT_MAKE),
]


def two_actions(*lines: str, version: int = 5) -> str:
    return f"version: {version}\nactions:\n" + "".join(f"  {line}\n" for line in lines)


FIRST = "first: {run: 'python:v2 a.py', outputs: {highly_sensitive: {a: a.csv}}}"
AMONG_ACTIONS = [
    (Code.COHORTEXTRACTOR_NOT_SUPPORTED, with_run(COHORT, version="4"), 4, ABOUT_MAKE),
    (Code.COHORTEXTRACTOR_NOT_SUPPORTED, with_run("cohortextractor-v2:dev"), 4, ABOUT_MAKE),
    (Code.LATEST_NOT_SUPPORTED, with_run("python:latest a.py"), 4, ABOUT_MAKE),
    (
        Code.DUPLICATE_RUN_COMMAND,
        two_actions(FIRST, "b: {run: 'python:v2 a.py', outputs: {highly_sensitive: {a: b.csv}}}"),
        4,
        {"action": "b", "other": "first"},
    ),
    (
        Code.DUPLICATE_OUTPUT_PATH,
        two_actions(
            FIRST,
            "b: {run: 'python:v2 b.py', outputs: {highly_sensitive: {a: a.csv}}}",
            version=2,
        ),
        4,
        {"path": "a.csv"},
    ),
    (
        Code.UNKNOWN_NEED,
        two_actions(f"1: {{{ACTION}}}", f"b: {{needs: [\n'1'], {ACTION.replace('a.', 'b.')}}}"),
        5,
        {"action": "b", "need": "1"},
    ),
    (
        Code.NEEDS_CYCLE,
        two_actions(f"make: {{needs: [\nmake], {ACTION}}}"),
        4,
        {"action": "make", "need": "make"},
    ),
    (
        Code.NEEDS_CYCLE,
        two_actions(
            f"a: {{needs: [b], {ACTION}}}",
            f"b: {{needs: [c], {ACTION.replace('a.', 'b.')}}}",
            f"c: {{needs: [\nb], {ACTION.replace('a.', 'c.')}}}",
        ),
        6,
        {"action": "c", "need": "b"},
    ),
    (Code.TOO_MANY_PROBLEMS, "".join(f"k{n}: 1\nk{n}: 2\n" for n in range(101)), 202, None),
]

CASES = [
    *READING,
    *PROJECT,
    *SHAPE,
    *OUTPUT_LEVELS,
    *COMMANDS,
    *AMONG_ACTIONS,
]
