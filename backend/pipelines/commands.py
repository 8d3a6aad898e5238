"""Takes the text of `run` apart, and knows which commands read the database or make a dataset."""

import re
from dataclasses import dataclass

_PIECE = re.compile(
    r"""(?P<blank>[ \t\r\n]+)
    |(?P<bare>[^ \t\r\n'"\\]+)
    |\\(?P<escaped>.)
    |'(?P<single>[^']*)'
    |"(?P<double>[^"\\]*+(?:\\.[^"\\]*+)*+)"
    |(?P<unclosed>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE_IN_QUOTES = re.compile(r'\\(["\\])')
_VERSIONED_IMAGE = re.compile(r"[^:]+:(?:v[0-9.]+(?:-pre)?|dev|latest)")

_DATABASE_COMMANDS = {
    "ehrql": {"generate-dataset", "generate-measures"},
    "cohortextractor": {"generate_cohort", "generate_codelist_report"},
    "databuilder": {"generate-dataset"},
}
_DATASET_IMAGES = ("ehrql", "databuilder")
_DATASET_COMMANDS = ("generate-dataset", "generate_dataset")


class UnclosedQuote(ValueError):
    """A command ends inside a quote, or with a backslash."""


@dataclass(frozen=True, slots=True)
class Command:
    """A `run` text in its words."""

    first_word: str
    arguments: tuple[str, ...]

    @property
    def name(self) -> str:
        """The image without its version."""
        return self.first_word.partition(":")[0]

    @property
    def version(self) -> str:
        """The version of the image, or ""."""
        return self.first_word.partition(":")[2]

    @property
    def has_version(self) -> bool:
        """Whether the first word is an image with a version of a known form."""
        return _VERSIONED_IMAGE.fullmatch(self.first_word) is not None

    @property
    def image(self) -> str:
        """The image as it is fetched: `name:version`, where `latest` means `v1`."""
        return f"{self.name}:{'v1' if self.version == 'latest' else self.version}"

    @property
    def subcommand(self) -> str:
        """The first argument, or ""."""
        return self.arguments[0] if self.arguments else ""

    @property
    def is_database_action(self) -> bool:
        """Whether it reads the database."""
        return self.name == "sqlrunner" or self.subcommand in _DATABASE_COMMANDS.get(self.name, ())

    @property
    def makes_cohort(self) -> bool:
        """Whether it is cohortextractor making a cohort."""
        return self.name == "cohortextractor" and self.subcommand == "generate_cohort"

    @property
    def makes_dataset(self) -> bool:
        """Whether it is ehrQL, of either name, making a dataset."""
        return self.name in _DATASET_IMAGES and self.subcommand in _DATASET_COMMANDS

    @property
    def output(self) -> str | None:
        """Where a dataset goes: `--output`; the old spelling `generate_dataset` has `--dataset`."""
        written_to = self.option("--output")
        if written_to is None and self.subcommand == "generate_dataset":
            return self.option("--dataset")
        return written_to

    def option(self, name: str) -> str | None:
        """The value of `--name VALUE` or `--name=VALUE`; the last one where it stands twice."""
        found = None
        for word, following in zip(self.arguments, (*self.arguments[1:], None), strict=True):
            if word == name:
                found = following
            elif word.startswith(f"{name}="):
                found = word.removeprefix(f"{name}=")
        return found


def parse_command(run: str) -> Command | None:
    """The command of a `run` text; None where nothing stands in it.

    Raises:
        UnclosedQuote: It cannot be split into words.
    """
    words = split_words(run)
    if not words:
        return None
    return Command(first_word=words[0], arguments=tuple(words[1:]))


def split_words(text: str) -> list[str]:
    """Words as a POSIX shell splits them, as `shlex.split` does, in linear time.

    `shlex` itself needs a time that grows with the square of a word's length.

    Raises:
        UnclosedQuote: A quote or a last backslash is left open.
    """
    words: list[str] = []
    pieces: list[str] = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup
        if kind == "unclosed":
            raise UnclosedQuote(text)
        if kind == "blank":
            if pieces:
                words.append("".join(pieces))
            pieces = []
        elif kind == "double":
            pieces.append(_ESCAPE_IN_QUOTES.sub(r"\1", match["double"]))
        elif kind:
            pieces.append(match[kind])
    if pieces:
        words.append("".join(pieces))
    return words
