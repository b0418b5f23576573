"""A case can be given to somebody in a role, and be restricted to those; there are more roles to hold."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0014_the_virus_scanner_and_what_it_knew"),
    ]

    operations = [
        migrations.CreateModel(
            name="CasePart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("entry", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="appointment",
            name="appointment_is_to_a_known_role",
        ),
        migrations.RemoveConstraint(
            model_name="appointment",
            name="somebody_authorised_each_delegate",
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "administrator",
                            "complaints-officer",
                            "complaints-manager",
                            "service-manager",
                            "pals-officer",
                            "investigator",
                            "staff",
                            "medical-director",
                            "clinical-reviewer",
                            "responsible-person",
                            "delegate",
                            "stand-in",
                            "advocate",
                            "commissioners-officer",
                            "ombudsman-caseworker",
                            "auditor",
                            "directory-editor",
                        ],
                    )
                ),
                name="appointment_is_to_a_known_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role__in", ["delegate", "stand-in"]), _negated=True),
                    ("authorised_by__isnull", False),
                    _connector="OR",
                ),
                name="somebody_authorised_each_who_acts_for_another",
            ),
        ),
        migrations.AddField(
            model_name="casepart",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="case_parts", to="records.case"
            ),
        ),
        migrations.AddField(
            model_name="casepart",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AddField(
            model_name="casepart",
            name="given_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AddField(
            model_name="casepart",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.AddField(
            model_name="restriction",
            name="body",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
            ),
        ),
        migrations.AddField(
            model_name="restriction",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="restrictions", to="records.case"
            ),
        ),
        migrations.AddField(
            model_name="restriction",
            name="lifted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AddField(
            model_name="restriction",
            name="made_by",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"),
        ),
        migrations.AddIndex(
            model_name="restriction",
            index=models.Index(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=["body", "case"],
                name="restricted_cases_of_a_body",
            ),
        ),
        migrations.AddIndex(
            model_name="casepart",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["person", "role", "from_on", "until_on", "case"],
                name="cases_that_a_person_was_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="casepart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "complaints-officer",
                            "complaints-manager",
                            "service-manager",
                            "pals-officer",
                            "investigator",
                            "staff",
                            "medical-director",
                            "clinical-reviewer",
                            "delegate",
                            "stand-in",
                            "advocate",
                            "commissioners-officer",
                            "ombudsman-caseworker",
                        ],
                    )
                ),
                name="a_case_is_given_in_a_role_that_can_be",
            ),
        ),
        migrations.AddConstraint(
            model_name="casepart",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="a_part_does_not_end_before_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="casepart",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_at__isnull", True), ("ended_at__gte", models.F("made_at")), _connector="OR"),
                name="a_part_is_not_taken_back_before_it_is_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="casepart",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True), ("until_on__isnull", True)),
                fields=("case", "person", "role"),
                name="nobody_is_given_a_case_twice_at_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="restriction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=("case",),
                name="a_case_is_restricted_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="restriction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at__isnull", True), ("lifted_by__isnull", True)),
                    models.Q(("lifted_at__gte", models.F("made_at")), ("lifted_by__isnull", False)),
                    _connector="OR",
                ),
                name="somebody_lifts_a_restriction_after_it_was_made",
            ),
        ),
    ]
