"""Who shares their work with whom, who is away, and who is there in their place."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0027_what_cases_wait_for")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="team",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
                (
                    "cover",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to="records.person",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "from_on"], name="absences_of_a_body"),
                    models.Index(fields=["person", "from_on"], name="absences_of_a_person"),
                    models.Index(fields=["cover", "from_on"], name="absences_covered_by_a_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="an_absence_does_not_end_before_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cover", models.F("person")), _negated=True),
                        name="nobody_covers_for_themselves",
                    ),
                ],
            },
        ),
    ]
