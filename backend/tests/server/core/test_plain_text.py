"""Lines from outside lose what cannot be seen and keep every script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.plain_text import plain_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ada  Lovelace\n", "Ada Lovelace"),
        ("a\r\nBcc: b", "a Bcc: b"),
        ("a\u2028b\u2029c\u0085d", "a b c d"),
        ("zero\u200bwidth\u2060\ufeff", "zerowidth"),
        ("\u202eevil\u202c \u2067rtl\u2069", "evil rtl"),
        ("שלום עולם", "שלום עולם"),
        ("\u200b \u200b", ""),
    ],
)
def test_a_line_is_plain(text, line):
    assert plain_line(text) == line


@given(st.text())
def test_a_plain_line_has_nothing_unseen_and_stays_as_it_is(text):
    line = plain_line(text)

    assert not [char for char in line if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")]
    assert line == line.strip()
    assert plain_line(line) == line
