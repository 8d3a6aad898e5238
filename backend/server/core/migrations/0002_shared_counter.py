"""The counter of the names that every backend is shown."""

from django.db import migrations

from server.core.models import CounterTopic, new_epoch


def create(apps, schema_editor):
    apps.get_model("core", "ChangeCounter").objects.get_or_create(
        topic=CounterTopic.SHARED, object_id=0, defaults={"epoch": new_epoch()}
    )


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
