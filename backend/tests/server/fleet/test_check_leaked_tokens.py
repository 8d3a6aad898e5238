"""`check_leaked_tokens`: our live tokens in any text, and never the secret on the screen."""

import io
import re
from types import SimpleNamespace

import pytest
import time_machine
from django.core.management import call_command

from server.core.clock import now
from server.core.tokens import TokenKind, new_token
from server.fleet.services import import_backend_token
from server.people.actors import command
from tests import recipes
from tests.recipes import NOON, SECOND, make_backend_token, make_personal_token

RUNNER = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def check(monkeypatch, capsys):
    """The exit status and the lines that the command prints about `text`."""

    def run(text: bytes) -> tuple[int, list[str]]:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
        status = 0
        try:
            call_command("check_leaked_tokens")
        except SystemExit as end:
            status = end.code
        return status, capsys.readouterr().out.splitlines()

    return run


def test_nothing_is_found_in_a_text_without_tokens(check, ada):
    make_personal_token(ada)

    assert check(b"nothing here") == (0, ["No live token is in it."])
    assert check(b"") == (0, ["No live token is in it."])


def test_tokens_of_people_and_backends_are_named_without_their_secret(check, ada, tpp):
    mine, theirs = make_personal_token(ada, name="nightly"), make_backend_token(tpp, name="runner")

    status, lines = check(f"export TOKEN={mine}\nauth: {theirs}\n".encode())

    assert status == 1
    assert lines == [
        f"user token {mine[:16]}… of ada: 'nightly'",
        f"backend token {theirs[:16]}… of tpp: 'runner'",
    ]
    assert mine not in str(lines)
    assert theirs not in str(lines)


def test_an_imported_token_of_40_digits_is_found_also_within_longer_ones(check, tpp):
    import_backend_token(backend=tpp, secret=RUNNER, name="old", actor=command("t"), now=now())

    for text in (RUNNER, f"x{RUNNER}", f"abc{RUNNER}def", f"{RUNNER}{RUNNER}"):
        assert check(text.encode()) == (1, ["backend token 0123… of tpp: 'old'"])
    assert check(RUNNER.upper().encode())[0] == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
def test_text_of_other_encodings_is_read_too(check, ada, encoding):
    assert check(f"token: {make_personal_token(ada)}.".encode(encoding))[0] == 1


def test_a_token_that_two_pieces_share_is_found_once_among_many_megabytes(check, ada):
    secret = make_personal_token(ada).encode()
    megabyte = 1 << 20
    noise = (b"\xff\x00osj_user_0a" * (megabyte // 8))[: megabyte - 20]

    status, lines = check(noise + secret + noise * 3 + secret)

    assert (status, len(lines)) == (1, 1)


def test_a_token_right_behind_the_beginning_of_another_is_found(check, ada):
    secret = make_personal_token(ada)

    assert check(f"osj_user_{'x' * 49}{secret}".encode())[0] == 1
    assert check(f"osj_user_{'x' * 20}{secret}{'y' * 20}".encode())[0] == 1


def test_tokens_that_open_nothing_are_not_told(check, ada, tpp):
    gone = recipes.user.make(is_active=False)
    secrets = [
        make_personal_token(ada, revoked_at=NOON),
        make_personal_token(ada, created_at=NOON - SECOND, expires_at=NOON),
        make_personal_token(gone),
        make_backend_token(tpp, revoked_at=NOON),
        make_backend_token(tpp, created_at=NOON - SECOND, expires_at=NOON),
        new_token(TokenKind.USER),
        new_token(TokenKind.BACKEND),
    ]

    assert check("\n".join(secrets).encode())[0] == 0


def test_a_token_with_one_wrong_character_costs_no_query_and_is_none(
    check, ada, django_assert_num_queries
):
    secret = make_personal_token(ada)
    wrong = re.sub(r".$", "a" if secret[-1] != "a" else "b", secret)

    with django_assert_num_queries(2):  # all live tokens, of either kind
        assert check((wrong + "\n").encode() * 1000)[0] == 0


def test_a_token_without_end_is_found(check, tpp):
    secret = make_backend_token(tpp, expires_at=None)

    assert check(secret.encode())[0] == 1
