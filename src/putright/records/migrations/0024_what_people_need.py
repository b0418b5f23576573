"""What people need so that they can read, talk and meet, by codes that actions go by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0023_files_made_in_the_background")]

    operations = [
        migrations.AddField(model_name="person", name="adjustments", field=models.JSONField(default=list)),
        migrations.AddField(model_name="person", name="adjustments_on", field=models.DateField(blank=True, null=True)),
    ]
