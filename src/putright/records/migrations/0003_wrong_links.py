"""Add the table of attempts to follow a case with a link that opens nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0002_events_are_only_added")]
    operations = [
        migrations.CreateModel(
            name="WrongLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={"indexes": [models.Index(fields=["who", "at"], name="wrong_links_by_who_and_when")]},
        ),
    ]
