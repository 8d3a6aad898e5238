"""Each request has its workspace's project beside it, so that a project's requests have an index.

The database keeps the column: whoever makes a request or moves a workspace need not know of it.
SQLite drops the triggers with a table that a later migration makes anew: such a migration ends
with `install` once more. A test holds both databases to it.
"""

import django.db.models.deletion
from django.db import migrations, models

_FILL = """
    UPDATE jobs_jobrequest SET project_id =
        (SELECT project_id FROM projects_workspace WHERE id = jobs_jobrequest.workspace_id)
"""
_SQLITE = [
    f"""CREATE TRIGGER jobs_request_project AFTER INSERT ON jobs_jobrequest
        BEGIN {_FILL} WHERE id = NEW.id; END""",
    f"""CREATE TRIGGER jobs_request_moves AFTER UPDATE OF project_id ON projects_workspace
        WHEN OLD.project_id <> NEW.project_id
        BEGIN {_FILL} WHERE workspace_id = NEW.id; END""",
]
_POSTGRESQL = [
    """CREATE FUNCTION jobs_request_project() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            SELECT project_id INTO NEW.project_id FROM projects_workspace
                WHERE id = NEW.workspace_id;
            RETURN NEW;
        END $$""",
    """CREATE TRIGGER jobs_request_project BEFORE INSERT ON jobs_jobrequest
        FOR EACH ROW EXECUTE FUNCTION jobs_request_project()""",
    """CREATE FUNCTION jobs_request_moves() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE jobs_jobrequest SET project_id = NEW.project_id WHERE workspace_id = NEW.id;
            RETURN NULL;
        END $$""",
    """CREATE TRIGGER jobs_request_moves AFTER UPDATE OF project_id ON projects_workspace
        FOR EACH ROW WHEN (OLD.project_id <> NEW.project_id)
        EXECUTE FUNCTION jobs_request_moves()""",
]
_REMOVE = {
    "sqlite": ["DROP TRIGGER jobs_request_project", "DROP TRIGGER jobs_request_moves"],
    "postgresql": [
        "DROP TRIGGER jobs_request_project ON jobs_jobrequest",
        "DROP TRIGGER jobs_request_moves ON projects_workspace",
        "DROP FUNCTION jobs_request_project",
        "DROP FUNCTION jobs_request_moves",
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
    # PostgreSQL alters no table of whose rows a check still waits for the commit.
    atomic = False

    dependencies = [
        ("jobs", "0004_since_when_a_job_is_so"),
        ("projects", "0005_welcome_is_no_slug"),
    ]

    operations = [
        migrations.AddField(
            model_name="jobrequest",
            name="project",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.project",
            ),
        ),
        migrations.RunPython(install, remove),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="jobrequest",
            index=models.Index(
                fields=["project", "-created_at", "-id"], name="jobs_request_of_project"
            ),
        ),
    ]
