"""What was done about how somebody contacts a body, step by step, and never altered."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from putright.records import append_only


def _protect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.protect(schema_editor.connection, append_only.OF_CONTACT)


def _unprotect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unprotect(schema_editor.connection, append_only.OF_CONTACT)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0024_what_people_need"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contact_records", to="records.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ContactPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="people", to="records.contactrecord"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("person",),
                        name="a_person_has_one_contact_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("ended_at__gte", models.F("made_at")), _connector="OR"
                        ),
                        name="a_person_is_not_told_apart_before_they_were_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rung", models.CharField(max_length=20)),
                ("on", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("terms", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "arranged",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="records.contactrecord"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rung__in", ["talk", "warning", "limit", "renewal", "end", "appeal", "appeal-refused"])
                        ),
                        name="a_contact_step_is_of_a_known_rung",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rung__in", ["limit", "renewal"]), _negated=True),
                            models.Q(
                                ("arranged__isnull", False), ("letter__isnull", False), ("until__gt", models.F("on"))
                            ),
                            _connector="OR",
                        ),
                        name="a_limit_has_a_last_day_and_a_letter",
                    ),
                ],
            },
        ),
        migrations.RunPython(_protect, _unprotect, elidable=False),
    ]
