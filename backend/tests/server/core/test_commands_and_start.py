"""What operators see: one line where a command is refused, and checks before each start."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from integrations import files
from server.core import start_checks
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused, StaleVersion
from server.core.rows import insert
from server.projects.models import Org
from tests import recipes


@pytest.mark.parametrize("error", [CommandRefused("No such thing."), StaleVersion("Too late.")])
def test_what_a_service_refuses_is_one_line_of_the_command(error):
    class Command(ServiceCommand):
        def handle(self, *_args, **_options):
            raise error

    with pytest.raises(CommandError, match=str(error)):
        call_command(Command())


def test_a_fault_of_ours_is_not_dressed_up_as_a_refusal():
    class Command(ServiceCommand):
        def handle(self, *_args, **_options):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        call_command(Command())


def test_checks_of_the_start_are_registered_once_and_stop_check(monkeypatch, db):
    def stop():
        raise ImproperlyConfigured("The moon is not full.")

    monkeypatch.setattr(start_checks, "_checks", [])
    start_checks.register(stop)
    start_checks.register(stop)

    assert start_checks._checks == [stop]
    with pytest.raises(ImproperlyConfigured):
        start_checks.run()
    with pytest.raises(CommandError, match="The moon is not full"):
        call_command("check")


def test_check_passes_where_nothing_is_wrong(db, capsys):
    call_command("check")

    assert "no issues" in capsys.readouterr().out


@pytest.fixture
def uploads_in_the_way(settings, tmp_path):
    settings.MEDIA_STORAGE = tmp_path / "uploads"
    settings.MEDIA_STORAGE.write_text("a file where the folder should be")
    files.get_store.cache_clear()
    yield settings.MEDIA_STORAGE
    files.get_store.cache_clear()


def test_a_folder_for_uploads_that_cannot_be_used_stops_the_start(db, uploads_in_the_way):
    with pytest.raises(CommandError) as stopped:
        call_command("check")

    assert str(uploads_in_the_way) in str(stopped.value)
    assert "have MEDIA_STORAGE name another." in str(stopped.value)


def test_a_row_that_an_operator_typed_is_checked_field_by_field(db):
    recipes.org.make(slug="taken")

    class Command(ServiceCommand):
        def handle(self, *_args, **_options):
            insert(Org(slug="taken", name=""), typed=["slug", "name"])

    with pytest.raises(CommandError) as refused:
        call_command(Command())

    assert "name: This field cannot be blank." in str(refused.value)
    assert "slug: Organisation with this Slug already exists." in str(refused.value)
    assert Org.objects.count() == 1
