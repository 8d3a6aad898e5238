from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0005_project_of_a_request")]

    operations = [
        migrations.AddField(
            model_name="jobrequest", name="cancel_seen_at", field=models.DateTimeField(null=True)
        ),
    ]
