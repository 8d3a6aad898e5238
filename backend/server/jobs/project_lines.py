"""Which line of project.yaml a runner's refusal speaks of. Pure."""

import re

_NUMBER = re.compile(r"\bline (\d+)\b", re.IGNORECASE)
_NAMED = re.compile(r"""['"`]([^'"`\n]{1,200})['"`]""")
_LAST_WORD = re.compile(r":\s*([\w.-]{1,200})\s*\Z")


def line_of(message: str, definition: str) -> int | None:
    """The line that `message` gives, or the first that holds a name which it quotes; from 1.

    None where it names nothing that the definition has.
    """
    lines = definition.splitlines()
    if found := _NUMBER.search(message[:2000]):
        given = int(found[1][:9])
        return given if 0 < given <= len(lines) else None
    for name in [*_NAMED.findall(message[:2000]), *_LAST_WORD.findall(message[:2000])]:
        as_word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        for number, line in enumerate(lines, start=1):
            if as_word.search(line):
                return number
    return None
