"""How tokens look and what is told of them without a query."""

import pytest

from server.core.tokens import TokenKind, digest_of, is_well_formed, new_token


@pytest.mark.parametrize("kind", list(TokenKind))
def test_a_new_token_is_well_formed_and_of_its_kind_alone(kind):
    token = new_token(kind)

    assert token.startswith(f"osj_{kind}_")
    assert [other for other in TokenKind if is_well_formed(token, other)] == [kind]


def test_a_mistyped_token_is_told_by_its_checksum():
    token = new_token(TokenKind.USER)
    wrong = token[:20] + ("a" if token[20] != "a" else "b") + token[21:]

    assert not is_well_formed(wrong, TokenKind.USER)


@pytest.mark.parametrize(
    "token", ["", "nope", "osj_user_", "a" * 40, "0" * 39, "Bearer x", "0" * 40 + "\n"]
)
def test_other_texts_are_no_personal_tokens(token):
    assert not is_well_formed(token, TokenKind.USER)


def test_a_runner_token_of_40_hex_digits_is_taken_for_a_backend():
    assert is_well_formed("0f1e2d3c4b5a69788796a5b4c3d2e1f001234567", TokenKind.BACKEND)


def test_a_digest_tells_tokens_apart():
    assert digest_of("a") != digest_of("b")
    assert len(digest_of("a")) == 64
