"""What each file of a message was when it came, so that it shows where it has been altered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0012_identities_of_a_service"),
    ]

    operations = [
        migrations.AddField(
            model_name="incomingfile",
            name="digest",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="incomingfile",
            name="salt",
            field=models.CharField(default="", max_length=32),
            preserve_default=False,
        ),
    ]
