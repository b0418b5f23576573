"""For whom each case waits, for what, and on whose list that stands."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0026_what_returns_and_triage_need")]

    operations = [
        migrations.CreateModel(
            name="Wait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("whom", models.CharField(max_length=20)),
                ("other", models.CharField(blank=True, max_length=64)),
                ("since_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("place_on", models.DateField()),
                (
                    "asked",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waits",
                        to="records.case",
                    ),
                ),
                (
                    "owner",
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
                "indexes": [
                    models.Index(fields=["body", "place_on", "id"], name="waits_of_a_body"),
                    models.Index(fields=["body", "whom", "place_on", "id"], name="waits_of_a_body_by_whom"),
                    models.Index(fields=["owner", "body", "place_on", "id"], name="waits_of_a_person"),
                    models.Index(fields=["owner", "body", "whom", "place_on", "id"], name="waits_of_a_person_by_whom"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "task",
                                    "promise",
                                    "our-contribution",
                                    "discussion",
                                    "details",
                                    "consent",
                                    "sharing",
                                    "meeting",
                                    "statement",
                                    "records",
                                    "contribution",
                                    "signature",
                                    "review",
                                ],
                            )
                        ),
                        name="a_wait_is_of_a_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("whom__in", ["ourselves", "person", "staff", "others", "signatory", "reviewer"])
                        ),
                        name="a_wait_is_for_a_known_one",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_is_waited_for_once"),
                ],
            },
        ),
    ]
