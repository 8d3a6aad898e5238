"""The shared counter, and the table in which failed sign-ins are counted."""

from django.core.management import call_command
from django.db import migrations

from server.core.models import CounterTopic, new_epoch


def create(apps, schema_editor):
    apps.get_model("core", "ChangeCounter").objects.get_or_create(
        topic=CounterTopic.SHARED, object_id=0, defaults={"epoch": new_epoch()}
    )
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def remove(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS core_cache")


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(create, remove)]
