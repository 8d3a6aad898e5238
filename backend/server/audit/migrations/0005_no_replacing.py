"""SQLite's `INSERT OR REPLACE` deletes the row that is in its way without asking the triggers.

Of a row whose key is given by the database the trigger sees -1, so every honest insert passes.
PostgreSQL knows no way to replace a row but UPDATE and DELETE.
"""

from django.db import migrations

_INSTALL = """CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit_auditevent
    WHEN EXISTS (SELECT 1 FROM audit_auditevent WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'The record is append-only: an event is never replaced.'); END"""


def _on_sqlite(statement):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_indexes_by_time")]
    operations = [
        migrations.RunPython(_on_sqlite(_INSTALL), _on_sqlite("DROP TRIGGER audit_no_replace"))
    ]
