"""The whole files of cases that somebody asked for as a PDF."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0022_the_record_of_access_is_only_added_to")]

    operations = [
        migrations.CreateModel(
            name="FilePrint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                (
                    "making",
                    models.CharField(
                        choices=[("asked", "Asked"), ("made", "Made"), ("failed", "Failed")],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("laid", models.PositiveIntegerField(default=0)),
                ("papers", models.PositiveIntegerField(default=0)),
                ("parts", models.JSONField(default=list)),
                ("trouble", models.CharField(blank=True, max_length=40)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="prints", to="records.case"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["making", "asked_at"], name="files_to_make")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("making__in", ["asked", "made", "failed"])),
                        name="a_file_is_made_or_to_be_made",
                    )
                ],
            },
        ),
    ]
