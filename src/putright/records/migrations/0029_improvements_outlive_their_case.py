"""What a body changes because of a complaint is kept beside its cases, for the whole body to read."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0028_teams_and_absences"),
    ]

    operations = [
        migrations.CreateModel(
            name="Improvement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("what", models.TextField()),
                ("lesson", models.TextField(blank=True)),
                ("due_on", models.DateField()),
                ("tells", models.BooleanField()),
                ("state", models.CharField(default="to-do", max_length=20)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("evidence", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="improvements",
                        to="records.body",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="improvements",
                        to="records.case",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "state", "due_on", "id"], name="improvements_of_a_body"),
                    models.Index(
                        condition=models.Q(("state", "to-do")),
                        fields=["owner", "due_on", "id"],
                        name="improvements_of_a_person",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("state", "to-do")),
                            models.Q(
                                ("ended_on__isnull", False),
                                ("state__in", ["done", "not-needed"]),
                                models.Q(("evidence", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_improvement_ends_on_a_day_with_what_shows_it",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_plans_one_improvement"),
                ],
            },
        ),
    ]
