"""What must whoever meets or rings somebody know for safety's sake, step by step."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

DANGERS = ["violence", "somebody-there", "unsafe-to-ring", "may-harm-themselves", "place"]


def _to(model: str) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=f"records.{model}"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0035_cases_are_read_by_how_grave_they_are"),
    ]

    operations = [
        migrations.CreateModel(
            name="SafetyFlag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("flag", models.PositiveIntegerField()),
                ("entry", models.PositiveIntegerField()),
                ("step", models.CharField(max_length=10)),
                ("danger", models.CharField(max_length=30)),
                ("what_to_do", models.TextField()),
                ("why", models.TextField()),
                ("on", models.DateField()),
                ("review_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                ("body", _to("body")),
                ("by", _to("person")),
                ("case", _to("case")),
                ("person", _to("person")),
            ],
            options={
                "indexes": [models.Index(fields=["person", "id"], name="safety_flags_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_is_of_one_safety_flag"),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["set", "kept", "lifted"])),
                        name="a_safety_step_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("danger__in", DANGERS)), name="a_danger_is_of_a_known_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("review_on__isnull", True), ("step", "lifted")),
                            ("review_on__gt", models.F("on")),
                            _connector="OR",
                        ),
                        name="a_safety_flag_is_looked_at_again",
                    ),
                ],
            },
        ),
    ]
