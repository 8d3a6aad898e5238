"""Migrations are whole, go back, and come again, on the database of this run."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from server.core.models import ChangeCounter, CounterTopic
from server.fleet.models import Backend, BackendMembership
from server.projects.models import ProjectRoleGrant
from tests import recipes

OURS = [config.label for config in apps.get_app_configs() if config.name.startswith("server.")]


def tables():
    ours = {
        model._meta.db_table
        for label in OURS
        for model in apps.get_app_config(label).models.values()
    }
    return ours & set(connection.introspection.table_names())


def test_no_model_has_changed_without_a_migration(db):
    out = io.StringIO()

    call_command("makemigrations", "--check", "--dry-run", stdout=out)

    assert out.getvalue() == "No changes detected\n"


@pytest.mark.django_db(transaction=True)
def test_all_migrations_go_back_to_nothing_and_come_again():
    everything = tables()
    assert everything
    try:
        for label in OURS:
            if apps.get_app_config(label).models_module is not None:
                call_command("migrate", label, "zero", verbosity=0)
        assert tables() == set()
    finally:
        call_command("migrate", verbosity=0)

    assert tables() == everything
    assert Backend.everywhere.filter(slug="tpp").exists()
    assert ChangeCounter.objects.filter(topic=CounterTopic.SHARED).exists()


@pytest.mark.django_db(transaction=True)
def test_the_known_backends_come_once_though_one_was_made_before():
    call_command("migrate", "jobs", "zero", verbosity=0)
    call_command("migrate", "fleet", "0001", verbosity=0)
    state = MigrationExecutor(connection).loader.project_state(("fleet", "0001_initial"))
    backends = state.apps.get_model("fleet", "Backend").objects
    backends.update_or_create(slug="tpp", defaults={"name": "Made by hand"})
    ChangeCounter.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert Backend.everywhere.get(slug="tpp").name == "Made by hand"
    counted = ChangeCounter.objects.filter(topic=CounterTopic.BACKEND)
    assert set(counted.values_list("object_id", flat=True)) >= set(
        Backend.everywhere.filter(slug__in=["tpp", "emis"]).values_list("pk", flat=True)
    )


@pytest.mark.django_db(transaction=True)
def test_who_was_at_work_before_roles_counted_may_go_on():
    maker, runner = recipes.user.make(username="maker"), recipes.user.make(username="runner")
    workspace = recipes.workspace.make(created_by=maker, updated_by=maker)
    run = recipes.make_job_request(workspace=workspace, created_by=runner)

    call_command("migrate", "jobs", "0001", verbosity=0)
    call_command("migrate", verbosity=0)

    held = ProjectRoleGrant.objects.values_list("membership__user__username", "role")
    assert set(held) == {("maker", "ProjectDeveloper"), ("runner", "ProjectDeveloper")}
    assert list(BackendMembership.objects.values_list("backend_id", "user_id")) == [
        (run.backend_id, runner.pk)
    ]
