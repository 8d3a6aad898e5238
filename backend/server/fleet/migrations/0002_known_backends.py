"""The backends that the world knows, each with its change counter."""

from django.db import migrations

from server.core.models import CounterTopic, new_epoch

KNOWN = {
    "databricks": "Databricks",
    "emis": "EMIS",
    "expectations": "Expectations",
    "graphnet": "Graphnet",
    "test": "Test",
    "tpp": "TPP",
}


def create(apps, schema_editor):
    backends = apps.get_model("fleet", "Backend").objects
    counters = apps.get_model("core", "ChangeCounter").objects
    for slug, name in KNOWN.items():
        backend, _ = backends.get_or_create(slug=slug, defaults={"name": name})
        counters.get_or_create(
            topic=CounterTopic.BACKEND, object_id=backend.pk, defaults={"epoch": new_epoch()}
        )


def remove(apps, schema_editor):
    """Nothing: a backend may have runs by now, and it comes back with the same name anyway."""


class Migration(migrations.Migration):
    dependencies = [("fleet", "0001_initial"), ("core", "0002_shared_counter")]
    operations = [migrations.RunPython(create, remove)]
