"""Commands about backends and their tokens: what they print, keep and refuse."""

import io

import pytest
from django.core.management import CommandError, call_command

from server.audit.models import AuditEvent
from server.core import clock, tokens
from server.core.models import ChangeCounter, CounterTopic
from server.fleet.models import Backend, BackendToken
from server.fleet.services import authenticate
from tests import recipes
from tests.recipes import make_backend_token

OLD_TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f001234567"


def accepted(secret):
    return authenticate(secret=secret, now=clock.now())


def import_token(monkeypatch, text, *, slug="tpp", name="old runner"):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    call_command("import_backend_token", slug, "--name", name)


def test_a_backend_is_made_with_its_counter(db, capsys):
    call_command("create_backend", "new-site", "--name", "New site")

    backend = Backend.objects.get(slug="new-site")
    assert (backend.name, backend.is_active) == ("New site", True)
    assert ChangeCounter.objects.filter(topic=CounterTopic.BACKEND, object_id=backend.pk).exists()
    assert capsys.readouterr().out == "Made the backend new-site.\n"
    event = AuditEvent.objects.get()
    assert (event.actor_kind, event.actor, event.verb, event.target_name) == (
        "command",
        "create_backend",
        "backend.created",
        "new-site",
    )


@pytest.mark.parametrize(
    ("slug", "name"), [("tpp", "x"), ("api", "x"), ("A b", "x"), ("", "x"), ("fresh", "")]
)
def test_a_backend_that_cannot_be_is_refused(tpp, slug, name):
    count = Backend.everywhere.count()

    with pytest.raises(CommandError):
        call_command("create_backend", slug, "--name", name)

    assert Backend.everywhere.count() == count


def test_a_word_of_our_own_addresses_is_refused_by_name(tpp):
    with pytest.raises(CommandError, match="'status' is a word of this service's own addresses"):
        call_command("create_backend", "status", "--name", "Status")


def test_a_new_token_is_printed_alone_and_kept_as_a_digest(tpp, capsys):
    call_command("create_backend_token", "tpp", "--name", "runner 1")

    out = capsys.readouterr().out
    secret = out.strip()
    assert out == secret + "\n"
    assert secret.startswith("osj_backend_")
    assert accepted(secret).backend == tpp
    token = BackendToken.objects.get()
    assert token.digest == tokens.digest_of(secret)
    assert token.expires_at is None
    kept = [str(value) for event in AuditEvent.objects.values() for value in event.values()]
    assert not any(secret in value for value in kept)


def test_a_token_may_be_given_an_end(tpp, capsys):
    call_command("create_backend_token", "tpp", "--name", "short", "--expires-in-days", "2")

    token = BackendToken.objects.get()
    assert (token.expires_at - token.created_at).days == 2


@pytest.mark.parametrize("days", ["0", "-1", "3651"])
def test_a_life_out_of_range_is_refused(tpp, days):
    with pytest.raises(CommandError, match="1 to 3650"):
        call_command("create_backend_token", "tpp", "--name", "x", f"--expires-in-days={days}")


def test_a_backend_has_many_tokens_and_loses_them_one_by_one(tpp, capsys):
    first = make_backend_token(tpp, name="one")
    second = make_backend_token(tpp, name="two")

    call_command("revoke_backend_token", "tpp", "--name", "one")

    assert accepted(first) is None
    assert accepted(second).backend == tpp
    assert AuditEvent.objects.get().verb == "backend_token.revoked"


@pytest.mark.parametrize("name", ["ghost", "gone"])
def test_a_token_that_is_not_live_cannot_be_revoked(tpp, name):
    make_backend_token(tpp, name="one")
    make_backend_token(tpp, name="gone", revoked_at=clock.now())

    with pytest.raises(CommandError, match="Live ones: one"):
        call_command("revoke_backend_token", "tpp", "--name", name)


@pytest.mark.parametrize("name", ["one", "", "x" * 101])
def test_a_token_name_is_taken_once_a_backend(tpp, name):
    make_backend_token(tpp, name="one")

    with pytest.raises(CommandError):
        call_command("create_backend_token", "tpp", "--name", name)

    assert BackendToken.objects.count() == 1


def test_the_token_of_an_existing_runner_is_taken_over(tpp, monkeypatch, capsys):
    import_token(monkeypatch, f" {OLD_TOKEN}\n")

    assert accepted(OLD_TOKEN).backend == tpp
    token = BackendToken.objects.get()
    assert (token.name, token.prefix, token.expires_at) == ("old runner", "0f1e", None)
    assert OLD_TOKEN not in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["", "nope", OLD_TOKEN[:-1], OLD_TOKEN.upper(), OLD_TOKEN + "0", "osj_backend_x"]
)
def test_what_is_no_token_of_a_runner_is_not_taken_over(tpp, monkeypatch, text):
    with pytest.raises(CommandError, match="no token of an existing runner"):
        import_token(monkeypatch, text)

    assert not BackendToken.objects.exists()


def test_a_token_that_is_known_is_not_taken_over_again(tpp, emis, monkeypatch):
    import_token(monkeypatch, OLD_TOKEN)

    with pytest.raises(CommandError, match="known already"):
        import_token(monkeypatch, OLD_TOKEN, slug="emis")

    assert BackendToken.objects.get().backend == tpp


@pytest.mark.parametrize(
    "command", ["create_backend_token", "import_backend_token", "revoke_backend_token"]
)
def test_an_unknown_backend_is_refused_with_the_known_ones(tpp, monkeypatch, command):
    monkeypatch.setattr("sys.stdin", io.StringIO(OLD_TOKEN))

    with pytest.raises(CommandError, match=r"There is no backend 'none'. Known ones: .*tpp"):
        call_command(command, "none", "--name", "x")


def test_a_new_epoch_makes_every_tag_worthless(tpp, emis):
    secrets = [make_backend_token(tpp), make_backend_token(emis)]
    before = {accepted(secret).tag for secret in secrets}

    call_command("new_epoch")

    assert before.isdisjoint({accepted(secret).tag for secret in secrets})
    assert AuditEvent.objects.get().verb == "epoch.begun"


def test_backends_that_are_not_enabled_can_be_prepared(tpp, settings, capsys):
    recipes.make_backend("later")
    settings.BACKENDS = ("tpp",)

    call_command("create_backend_token", "later", "--name", "runner")

    assert capsys.readouterr().out.startswith("osj_backend_")
