"""Consent forms that went to patients with the link by which each can be answered; and papers known by their code."""

import django.db.models.deletion
from django.db import migrations, models

STATES = ["waiting", "given", "refused", "unaware", "taken-back", "replaced"]
SIGNS = [(sign, sign) for sign in ("answer", "form", "reference", "sender", "number")]


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0044_advocates_that_people_name"),
    ]

    operations = [
        migrations.AlterField(
            model_name="suggestion", name="sign", field=models.CharField(choices=SIGNS, max_length=20)
        ),
        migrations.CreateModel(
            name="AskedConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("about", models.TextField()),
                ("information", models.JSONField(default=list)),
                ("shared_with", models.JSONField(default=list)),
                ("digest", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("asked_on", models.DateField()),
                ("expires_on", models.DateField()),
                ("state", models.CharField(default="waiting", max_length=20)),
                ("told", models.JSONField(default=list)),
                ("told_to", models.JSONField(default=list)),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked_consents",
                        to="records.case",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked_consent",
                        to="records.outboxletter",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="forms_of_a_case_have_different_numbers"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", STATES)), name="a_consent_form_is_as_far_as_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "replaced"]), ("answered_on__isnull", False), _connector="OR"
                        ),
                        name="an_answer_on_consent_has_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("case",),
                        name="one_consent_form_waits_at_a_time",
                    ),
                ],
            },
        ),
    ]
