"""The database itself refuses to change or delete an event, whoever asks.

SQLite drops the triggers with a table that a later migration makes anew: such a migration ends
with `install` once more. A test holds both databases to it.
"""

from django.db import migrations

_TABLE = "audit_auditevent"
_SAID = "The record is append-only: an event is never changed or deleted."

_SQLITE = [
    f"CREATE TRIGGER audit_no_{deed} BEFORE {deed} ON {_TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    for deed in ("update", "delete")
]
_POSTGRESQL = [
    f"""CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{_SAID}'; END $$""",
    f"""CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON {_TABLE}
        FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    f"""CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON {_TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
]
_REMOVE = {
    "sqlite": [f"DROP TRIGGER audit_no_{deed}" for deed in ("update", "delete")],
    "postgresql": [
        f"DROP TRIGGER audit_no_truncate ON {_TABLE}",
        f"DROP TRIGGER audit_no_change ON {_TABLE}",
        "DROP FUNCTION audit_refuse",
    ],
}


def install(apps, schema_editor):
    statements = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in _REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_who_and_where")]
    operations = [migrations.RunPython(install, remove)]
