"""Texts that came from outside, made fit to stand in one line: of a page, a header, a record."""

import unicodedata

# Control, format (zero-width, writing direction), half, private and unassigned characters.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain_line(text: str) -> str:
    """`text` in normal form (NFKC), without what cannot be seen, its blanks run together.

    Letters of every script stay, those written from right to left too; what would turn the
    direction of the text around them goes.
    """
    normal = unicodedata.normalize("NFKC", text)
    words = "".join(" " if char.isspace() else char for char in normal).split()
    seen = (_without_unseen(word) for word in words)
    # Once more: letters and their accents may have come together.
    return unicodedata.normalize("NFKC", " ".join(word for word in seen if word))


def _without_unseen(word: str) -> str:
    return "".join(char for char in word if unicodedata.category(char) not in _UNSEEN)
