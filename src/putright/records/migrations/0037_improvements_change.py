"""An improvement can be given another day or somebody else: what was before, and why."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0036_safety_flags"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImprovementChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("was_due_on", models.DateField(null=True)),
                ("reason", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "improvement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="records.improvement"
                    ),
                ),
                (
                    "was_owner",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("was_owner__isnull", False), ("was_due_on__isnull", False), _connector="OR"
                        ),
                        name="a_change_of_an_improvement_changes_something",
                    )
                ],
            },
        ),
    ]
