from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0003_attempts_of_jobs")]

    operations = [
        migrations.AddField(
            model_name="job", name="status_since", field=models.DateTimeField(null=True)
        ),
    ]
