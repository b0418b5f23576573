"""Every table as the first forty-seven migrations left it, made at once where there is none yet (docs/adr/0048)."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from putright.records import append_only

PROTECTED = (*append_only.FIRST_TABLES, *append_only.OF_ACCESS, *append_only.OF_CONTACT, *append_only.OF_FEEDBACK)


def _protect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.protect(schema_editor.connection, PROTECTED)


def _unprotect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unprotect(schema_editor.connection, PROTECTED)


class Migration(migrations.Migration):
    # As long as their files are here, an installation in the middle of them goes on from where it stands.
    replaces = [
        ("records", "0001_the_first_tables"),
        ("records", "0002_events_are_only_added"),
        ("records", "0003_wrong_links"),
        ("records", "0004_lists_are_read_by_index"),
        ("records", "0005_each_view_is_read_by_index"),
        ("records", "0006_who_is_named_is_read_by_index"),
        ("records", "0007_what_people_sign_in_with"),
        ("records", "0008_what_goes_out_by_itself"),
        ("records", "0009_files_are_stored_once"),
        ("records", "0010_links_go_by_email"),
        ("records", "0011_messages_that_come_in"),
        ("records", "0012_identities_of_a_service"),
        ("records", "0013_files_of_messages_have_digests"),
        ("records", "0014_the_virus_scanner_and_what_it_knew"),
        ("records", "0015_cases_are_given_and_restricted"),
        ("records", "0016_statements_are_asked_for_on_a_page"),
        ("records", "0017_cases_are_found_by_keys"),
        ("records", "0018_procedures_beside_a_bodys_own"),
        ("records", "0019_findings_and_tasks"),
        ("records", "0020_people_who_have_died"),
        ("records", "0021_looks_at_more_and_whose"),
        ("records", "0022_the_record_of_access_is_only_added_to"),
        ("records", "0023_files_made_in_the_background"),
        ("records", "0024_what_people_need"),
        ("records", "0025_how_somebody_contacts_a_body"),
        ("records", "0026_what_returns_and_triage_need"),
        ("records", "0027_what_cases_wait_for"),
        ("records", "0028_teams_and_absences"),
        ("records", "0029_improvements_outlive_their_case"),
        ("records", "0030_calls_before_there_is_a_case"),
        ("records", "0031_feedback_and_its_entries"),
        ("records", "0032_indexes_that_hold_what_they_ask"),
        ("records", "0033_the_day_first_told_and_holds"),
        ("records", "0034_published_organisations"),
        ("records", "0035_cases_are_read_by_how_grave_they_are"),
        ("records", "0036_safety_flags"),
        ("records", "0037_improvements_change"),
        ("records", "0038_people_ask_to_be_called_back"),
        ("records", "0039_an_issue_that_is_withdrawn"),
        ("records", "0040_a_safety_flag_has_a_day"),
        ("records", "0041_feedback_by_text_message"),
        ("records", "0042_meetings_and_how_it_went"),
        ("records", "0043_codes_and_notices_for_whoever_follows"),
        ("records", "0044_advocates_that_people_name"),
        ("records", "0045_consent_forms_and_their_links"),
        ("records", "0046_complaints_that_are_saved"),
        ("records", "0047_answers_counted_apart"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("is_active", models.BooleanField(default=True)),
                ("made_at", models.DateTimeField()),
                ("sessions_ended", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="account_email_is_in_small_letters",
                    ),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="account_has_a_name"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=40)),
                ("area", models.CharField(blank=True, max_length=60)),
                ("address", models.TextField(blank=True)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField()),
                ("reports_as", models.CharField(blank=True, default="", max_length=20)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="body_has_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reports_as__in",
                                ["", "trust", "board", "gp-practice", "dental-practice", "out-of-hours", "neither"],
                            )
                        ),
                        name="body_reports_as_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identity", models.CharField(max_length=32, unique=True)),
                ("first_received_on", models.DateField()),
                ("form_digest", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="complaints", to="records.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.CharField(choices=[("staff", "Staff"), ("public", "Public")], max_length=10)),
                ("name", models.CharField(max_length=120)),
                ("addressed_as", models.CharField(blank=True, max_length=120)),
                ("post", models.CharField(blank=True, max_length=120)),
                ("address", models.TextField(blank=True)),
                ("home", models.CharField(blank=True, max_length=60)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("needs", models.TextField(blank=True)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("nhs_number", models.CharField(blank=True, max_length=10)),
                ("email_agreed_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="people", to="records.body"
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True)),
                ("death_learnt_on", models.DateField(blank=True, null=True)),
                ("died_on", models.DateField(blank=True, null=True)),
                ("adjustments", models.JSONField(default=list)),
                ("adjustments_on", models.DateField(blank=True, null=True)),
                ("team", models.CharField(blank=True, max_length=80)),
            ],
            options={
                "indexes": [models.Index(fields=["body", "part", "name"], name="people_of_a_body_by_name")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="person_has_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(("part", "staff"), ("account__isnull", True), _connector="OR"),
                        name="only_staff_have_an_account",
                    ),
                    models.UniqueConstraint(fields=("body", "account"), name="an_account_is_one_person_at_a_body"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("died_on__isnull", True), ("death_learnt_on__gte", models.F("died_on")), _connector="OR"
                        ),
                        name="a_death_is_not_learnt_of_before_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=8, unique=True)),
                ("basis", models.CharField(max_length=30)),
                ("channel", models.CharField(max_length=20)),
                ("received_on", models.DateField()),
                ("review_requested_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("chain_count", models.PositiveIntegerField(default=0)),
                (
                    "chain_head",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64
                    ),
                ),
                ("status", models.CharField(default="open", max_length=20)),
                ("is_open", models.BooleanField(default=True)),
                ("stage", models.CharField(blank=True, max_length=80)),
                ("next_due_on", models.DateField(blank=True, null=True)),
                ("computed_on", models.DateField()),
                ("recheck_on", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="records.body"
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="records.complaint"
                    ),
                ),
                (
                    "complainant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                ("severity", models.CharField(blank=True, default="", max_length=10)),
                ("path", models.CharField(blank=True, default="", max_length=20)),
                ("kept_as", models.PositiveSmallIntegerField(db_default=0, default=0)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "next_due_on", "id"], name="worklist_of_a_body"),
                    models.Index(fields=["recheck_on"], name="cases_to_look_at_again"),
                    models.Index(fields=["body", "is_open", "received_on", "id"], name="cases_of_a_body_by_receipt"),
                    models.Index(
                        condition=models.Q(("review_requested_on__isnull", False)),
                        fields=["body", "next_due_on", "id"],
                        name="worklist_of_a_reviewer",
                    ),
                    models.Index(fields=["handler", "body", "next_due_on", "id"], name="worklist_of_a_person"),
                    models.Index(
                        fields=["handler", "body", "is_open", "received_on", "id"], name="cases_of_a_person_by_receipt"
                    ),
                    models.Index(
                        condition=models.Q(("review_requested_on__isnull", False)),
                        fields=["body", "is_open", "received_on", "id"],
                        name="cases_of_a_reviewer_by_receipt",
                    ),
                    models.Index(
                        condition=models.Q(("is_open", True), ("next_due_on__isnull", True)),
                        fields=["body", "received_on", "id", "is_open", "next_due_on"],
                        name="cases_of_a_body_without_duties",
                    ),
                    models.Index(
                        condition=models.Q(("is_open", True), ("next_due_on__isnull", True)),
                        fields=["handler", "body", "received_on", "id", "is_open", "next_due_on"],
                        name="cases_of_a_person_without_duty",
                    ),
                    models.Index(fields=["kept_as", "id"], name="cases_by_the_way_they_are_kept"),
                    models.Index(fields=["body", "severity", "next_due_on", "id"], name="worklist_by_severity"),
                    models.Index(
                        fields=["body", "severity", "is_open", "received_on", "id"],
                        name="cases_by_severity_and_receipt",
                    ),
                    models.Index(fields=["body", "path", "next_due_on", "id"], name="worklist_by_path"),
                    models.Index(
                        fields=["body", "path", "is_open", "received_on", "id"], name="cases_by_path_and_receipt"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "responded", "closed", "withdrawn", "transferred"])),
                        name="case_status_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "basis__in",
                                [
                                    "self",
                                    "affected",
                                    "requested",
                                    "child",
                                    "lacks-capacity",
                                    "physical-incapacity",
                                    "deceased",
                                ],
                            )
                        ),
                        name="case_basis_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_requested_on__isnull", True),
                            ("review_requested_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="a_review_is_not_asked_for_before_the_complaint",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recheck_on__isnull", True), ("recheck_on__gt", models.F("computed_on")), _connector="OR"
                        ),
                        name="a_case_is_looked_at_again_later_than_it_was",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["", "low", "moderate", "high"])),
                        name="case_severity_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("path__in", ["", "early-resolution", "closer-look"])),
                        name="case_path_is_a_known_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_on", models.DateField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="follow_links", to="records.case"
                    ),
                ),
                ("said_how_it_went", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="NamedPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="named", to="records.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "case"], name="cases_that_name_a_person")],
                "constraints": [models.UniqueConstraint(fields=("case", "person"), name="a_case_names_a_person_once")],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("event", models.CharField(max_length=60)),
                ("on", models.DateField()),
                ("at", models.DateTimeField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("about", models.PositiveIntegerField(blank=True, null=True)),
                ("issue", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("corrects", models.PositiveIntegerField(blank=True, null=True)),
                ("facts", models.JSONField(default=dict)),
                ("papers", models.JSONField(default=list)),
                ("seal", models.CharField(max_length=64)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="records.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
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
                    models.UniqueConstraint(fields=("case", "number"), name="events_of_a_case_are_numbered"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="the_first_event_is_number_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("about__isnull", True), ("about__lt", models.F("number")), _connector="OR"),
                        name="a_reply_comes_after_what_it_answers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrects__isnull", True), ("corrects__lt", models.F("number")), _connector="OR"
                        ),
                        name="a_correction_comes_after_what_it_corrects",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="records.body"
                    ),
                ),
                (
                    "authorised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorised",
                        to="records.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="records.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "role", "from_on"], name="appointments_of_a_body_by_role")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="appointment_does_not_end_before_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on__isnull", True)),
                        fields=("person", "role"),
                        name="nobody_holds_a_role_twice_at_once",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ["delegate", "stand-in"]), _negated=True),
                            ("authorised_by__isnull", False),
                            _connector="OR",
                        ),
                        name="somebody_authorised_each_who_acts_for_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcedureVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("version", models.CharField(blank=True, max_length=80)),
                ("kind", models.CharField(max_length=20)),
                ("source", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("adopted_on", models.DateField()),
                ("as_published", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "adopted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedures",
                        to="records.body",
                    ),
                ),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "adopted_on"], name="procedures_of_a_body_by_date")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("as_published", False), ("signed_off_by__isnull", False), _connector="OR"),
                        name="what_is_adopted_as_published_is_signed_off",
                    ),
                    models.UniqueConstraint(
                        fields=("body", "digest", "adopted_on"), name="a_body_adopts_the_same_words_once_a_day"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("body__isnull", True)), fields=("digest",), name="a_law_is_kept_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseProcedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="procedures", to="records.case"
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.procedureversion"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "place", "from_on"), name="one_procedure_in_one_place_of_a_case"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="a_procedure_does_not_end_before_it_applies",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignInAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("succeeded", models.BooleanField()),
            ],
            options={
                "indexes": [models.Index(fields=["who", "at"], name="attempts_by_who_and_when")],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("identifier", models.CharField(max_length=100)),
                ("procedure", models.CharField(max_length=80)),
                ("step", models.CharField(max_length=80)),
                ("who", models.CharField(blank=True, max_length=60)),
                ("authority", models.CharField(max_length=20)),
                ("promise", models.TextField()),
                ("about", models.CharField(blank=True, max_length=20)),
                ("state", models.CharField(max_length=20)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("binding_on", models.DateField(blank=True, null=True)),
                ("missed_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("counts", models.BooleanField()),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="records.case",
                    ),
                ),
                ("original_due_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "place"), name="duties_of_a_case_have_different_places"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["not-started", "open", "met", "met-late", "overdue", "missed", "lapsed", "cancelled"],
                            )
                        ),
                        name="duty_state_is_a_known_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrongLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["who", "at"], name="wrong_links_by_who_and_when")],
            },
        ),
        migrations.CreateModel(
            name="SignedIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("session_key", models.CharField(max_length=40, unique=True)),
                ("browser", models.CharField(max_length=60)),
                ("began_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signed_in",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AccessEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("count", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.body",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "at"], name="access_entries_about_a_person"),
                    models.Index(fields=["account", "at"], name="access_entries_on_an_account"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("person__isnull", False), ("account__isnull", False), _connector="OR"),
                        name="access_entry_is_about_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "event__in",
                                [
                                    "invited",
                                    "invitation-revoked",
                                    "invitation-accepted",
                                    "password-changed",
                                    "password-link-given",
                                    "password-renewed",
                                    "authenticator-added",
                                    "passkey-added",
                                    "passkey-removed",
                                    "recovery-codes-made",
                                    "recovery-code-used",
                                    "second-factor-reset",
                                    "identity-linked",
                                    "identity-unlinked",
                                    "password-given-up",
                                    "signed-out",
                                    "appointed",
                                    "appointment-ended",
                                    "left",
                                ],
                            )
                        ),
                        name="access_entry_is_of_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Authenticator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_secret", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("last_step", models.BigIntegerField(default=0)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authenticators",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("confirmed_at__isnull", False)),
                        fields=("account",),
                        name="an_account_has_one_authenticator",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("confirmed_at__isnull", True)),
                        fields=("account",),
                        name="an_account_confirms_one_authenticator_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KnownBrowser",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("last_used_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="known_browsers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("account", "digest"), name="an_account_knows_a_browser_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("credential", models.TextField()),
                ("credential_digest", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("sign_count", models.BigIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passkeys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="passkey_has_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recovery_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("account", "digest"), name="recovery_codes_of_an_account_differ")
                ],
            },
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("began_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="ScheduledJob",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("due_at", models.DateTimeField()),
                ("began_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("succeeded_at", models.DateTimeField(blank=True, null=True)),
                ("held_by", models.CharField(blank=True, max_length=40)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("result", models.CharField(blank=True, max_length=200)),
                ("failures", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="a_job_has_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stored_as", models.CharField(max_length=80, unique=True)),
                ("size", models.PositiveBigIntegerField()),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("ours", "ours"),
                            ("waiting", "waiting"),
                            ("held-up", "held-up"),
                            ("clean", "clean"),
                            ("unscanned", "unscanned"),
                            ("virus-found", "virus-found"),
                        ],
                        max_length=20,
                    ),
                ),
                ("virus", models.CharField(blank=True, max_length=100)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("obstacle", models.CharField(blank=True, max_length=40)),
                ("made_at", models.DateTimeField()),
                ("signatures_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("scan__in", ["held-up", "unscanned", "waiting"])),
                        fields=["tried_at", "id"],
                        name="files_to_be_scanned",
                    ),
                    models.Index(
                        condition=models.Q(("scan", "clean")),
                        fields=["signatures_at", "id"],
                        name="files_to_be_scanned_again",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scan__in", ["ours", "waiting", "held-up", "clean", "unscanned", "virus-found"])
                        ),
                        name="a_scan_has_come_as_far_as_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scan", "virus-found"), ("virus", ""), _connector="OR"),
                        name="a_virus_is_named_where_one_was_found",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("text", models.TextField(blank=True, null=True)),
                ("size", models.PositiveBigIntegerField()),
                ("salt", models.CharField(max_length=32)),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("disposed_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="records.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        db_column="stored_as",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="records.storedfile",
                        to_field="stored_as",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "number"), name="documents_of_a_case_have_different_numbers"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("disposed_on__isnull", True),
                                models.Q(("text__isnull", False), ("file__isnull", False), _connector="OR"),
                            ),
                            models.Q(("disposed_on__isnull", False), ("file__isnull", True), ("text__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_document_has_content_until_it_is_disposed_of",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("channel", models.CharField(default="print", max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("printed", "Printed"),
                            ("posted", "Posted"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="queued",
                        max_length=20,
                    ),
                ),
                ("records", models.JSONField(default=list)),
                ("made_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("printed_at", models.DateTimeField(blank=True, null=True)),
                ("posted_on", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="records.case"
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letter", to="records.document"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "state", "made_on", "id"], name="letters_of_a_body_to_post")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["queued", "printed", "posted", "cancelled"])),
                        name="letter_state_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("posted_on__isnull", False), ("state", "posted")),
                            models.Q(models.Q(("state", "posted"), _negated=True), ("posted_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_letter_has_a_day_of_posting_once_posted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("posted_on__isnull", True), ("posted_on__gte", models.F("made_on")), _connector="OR"
                        ),
                        name="a_letter_is_not_posted_before_it_is_written",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("subject", models.CharField(max_length=40)),
                ("outcome", models.CharField(blank=True, max_length=20)),
                ("remedy_needed", models.BooleanField(blank=True, null=True)),
                ("exclusion", models.CharField(blank=True, max_length=40)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="records.case"
                    ),
                ),
                (
                    "conclusion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "narrative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
                    ),
                ),
                (
                    "remedy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="issues_of_a_case_have_different_numbers"),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["", "upheld", "partly-upheld", "not-upheld"])),
                        name="issue_outcome_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("conclusion__isnull", False), _connector="OR"),
                        name="an_issue_with_an_outcome_has_a_conclusion",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("exclusion", ""), _connector="OR"),
                        name="an_excluded_issue_has_no_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "subject__in",
                                [
                                    "access",
                                    "admissions",
                                    "appointments",
                                    "clinical-treatment",
                                    "commissioning",
                                    "communications",
                                    "consent",
                                    "end-of-life",
                                    "facilities",
                                    "integrated-care",
                                    "mortuary",
                                    "patient-care",
                                    "prescribing",
                                    "privacy",
                                    "records",
                                    "restraint",
                                    "staffing",
                                    "transport",
                                    "values",
                                    "waiting-times",
                                    "other",
                                ],
                            )
                        ),
                        name="issue_subject_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "exclusion__in",
                                [
                                    "",
                                    "withdrawn",
                                    "by-a-body",
                                    "employment",
                                    "settled-at-once",
                                    "settled-before",
                                    "investigated-before",
                                    "ombudsman",
                                    "information-request",
                                    "superannuation",
                                ],
                            )
                        ),
                        name="issue_exclusion_is_a_ground_or_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form_digest", models.CharField(max_length=64)),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("made_at", models.DateTimeField(db_index=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="form_files",
                        to="records.storedfile",
                        to_field="stored_as",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("form_digest", "number"), name="files_of_a_form_have_different_numbers"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MailboxPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mailbox", models.CharField(max_length=60, unique=True)),
                ("validity", models.BigIntegerField()),
                ("number", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="IncomingMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mailbox", models.CharField(max_length=60)),
                ("place", models.CharField(max_length=200)),
                ("message_id", models.CharField(blank=True, db_index=True, max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=20)),
                (
                    "lying",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("quiet", "Quiet"),
                            ("aside", "Aside"),
                            ("by-itself", "By Itself"),
                            ("on-case", "On Case"),
                        ],
                        max_length=20,
                    ),
                ),
                ("unread", models.CharField(blank=True, max_length=40)),
                ("sender", models.CharField(blank=True, max_length=254)),
                ("sender_name", models.CharField(blank=True, max_length=120)),
                ("is_proven", models.BooleanField(default=False)),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField(blank=True)),
                ("is_cut", models.BooleanField(default=False)),
                ("left_out", models.JSONField(default=list)),
                ("failed_id", models.CharField(blank=True, max_length=255)),
                ("received_at", models.DateTimeField()),
                ("taken_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("note", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="records.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "lying", "received_at", "id"], name="messages_of_a_body"),
                    models.Index(
                        condition=models.Q(("kind", "not-delivered"), ("lying", "quiet")),
                        fields=["failed_id"],
                        name="bounces_to_enter",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("body", "digest", "message_id"), name="a_message_is_taken_in_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("lying__in", ("by-itself", "on-case"))),
                            models.Q(("case__isnull", True), ("lying__in", ["waiting", "quiet", "aside"])),
                            _connector="OR",
                        ),
                        name="a_message_on_a_case_names_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lying", "aside"),
                                ("reason__in", ["not-a-complaint", "compliment", "for-others", "spam", "dealt-with"]),
                            ),
                            models.Q(models.Q(("lying", "aside"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="a_message_is_put_aside_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "call"), ("taken_by__isnull", False)),
                            models.Q(models.Q(("kind", "call"), _negated=True), ("taken_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_call_was_taken_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "from-a-person",
                                    "automatic-reply",
                                    "read-receipt",
                                    "not-delivered",
                                    "still-trying",
                                    "mailing-list",
                                    "loop",
                                    "unreadable",
                                    "call",
                                    "call-back",
                                ],
                            )
                        ),
                        name="a_message_is_of_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IncomingFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incoming_files",
                        to="records.storedfile",
                        to_field="stored_as",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="records.incomingmessage",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("salt", models.CharField(max_length=32)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("message", "number"), name="files_of_a_message_have_different_numbers"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "sign",
                    models.CharField(
                        choices=[
                            ("answer", "answer"),
                            ("form", "form"),
                            ("reference", "reference"),
                            ("sender", "sender"),
                            ("number", "number"),
                        ],
                        max_length=20,
                    ),
                ),
                ("knows_sender", models.BooleanField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"),
                ),
                (
                    "message",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="records.incomingmessage",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("message", "case"), name="a_case_is_suggested_once")],
            },
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issuer", models.CharField(max_length=300)),
                ("subject", models.CharField(max_length=255)),
                ("made_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "subject"), name="an_identity_opens_one_account"),
                    models.UniqueConstraint(
                        fields=("account", "issuer"), name="an_account_has_one_identity_of_a_service"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VirusScanner",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("away_since", models.DateTimeField(blank=True, null=True)),
                ("obstacle", models.CharField(blank=True, max_length=40)),
                ("ask_again_at", models.DateTimeField(blank=True, null=True)),
                ("signatures_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_virus_scanner"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ask_again_at__isnull", True), ("away_since__isnull", True), ("obstacle", "")),
                            models.Q(
                                ("ask_again_at__isnull", False),
                                ("away_since__isnull", False),
                                models.Q(("obstacle", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="why_the_virus_scanner_is_away_is_known",
                    ),
                ],
            },
        ),
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
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="case_parts", to="records.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["person", "role", "from_on", "until_on", "case"],
                        name="cases_that_a_person_was_given",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="a_part_does_not_end_before_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("ended_at__gte", models.F("made_at")), _connector="OR"
                        ),
                        name="a_part_is_not_taken_back_before_it_is_given",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("until_on__isnull", True)),
                        fields=("case", "person", "role"),
                        name="nobody_is_given_a_case_twice_at_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="restrictions", to="records.case"
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_at__isnull", True)),
                        fields=["body", "case"],
                        name="restricted_cases_of_a_body",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at__isnull", True)),
                        fields=("case",),
                        name="a_case_is_restricted_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at__isnull", True), ("lifted_by__isnull", True)),
                            models.Q(("lifted_at__gte", models.F("made_at")), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="somebody_lifts_a_restriction_after_it_was_made",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AskedStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("standing", models.CharField(max_length=20)),
                ("shown", models.JSONField(default=list)),
                ("support", models.TextField()),
                ("asked_on", models.DateField()),
                ("due_on", models.DateField()),
                ("state", models.CharField(default="waiting", max_length=20)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("draft", models.TextField(blank=True)),
                ("saves", models.PositiveIntegerField(default=0)),
                ("drafted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked_statements",
                        to="records.case",
                    ),
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
                    "questions",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "due_on", "id"], name="statements_asked_of_a_person"),
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["due_on", "id"],
                        name="statements_to_remind_of",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "given", "declined", "taken-back"])),
                        name="a_statement_has_come_as_far_as_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("standing__in", ["was-there", "complained-about", "expert"])),
                        name="who_is_asked_has_a_known_standing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("asked_on"))),
                        name="a_statement_is_not_due_before_it_is_asked_for",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_asks_for_one_statement"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("case", "person"),
                        name="nobody_is_asked_twice_at_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "name"),
                            ("nhs-number", "nhs-number"),
                            ("telephone", "telephone"),
                            ("email", "email"),
                            ("born-on", "born-on"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=60)),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="records.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="records.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "kind", "key", "case", "person"], name="cases_by_their_keys")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "person", "kind", "key"), name="a_case_is_found_by_a_key_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["name", "nhs-number", "telephone", "email", "born-on"])),
                        name="a_key_is_of_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FurtherProcedure",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="further",
                        serialize=False,
                        to="records.procedureversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IssueFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issue", models.PositiveSmallIntegerField()),
                ("entry", models.PositiveIntegerField()),
                ("fell_short", models.BooleanField()),
                ("severity", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("scale", models.CharField(blank=True, max_length=40)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issue_findings",
                        to="records.case",
                    ),
                ),
                (
                    "happened",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "impact",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "should",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "issue", "entry"], name="findings_of_a_case_by_issue")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("fell_short", True),
                                ("impact__isnull", False),
                                ("severity__isnull", False),
                                models.Q(("scale", ""), _negated=True),
                            ),
                            models.Q(("fell_short", False), ("scale", ""), ("severity__isnull", True)),
                            _connector="OR",
                        ),
                        name="what_fell_short_has_an_impact_and_a_severity",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_is_of_one_finding"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("issue", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("due_on", models.DateField()),
                ("state", models.CharField(default="to-do", max_length=20)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
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
                (
                    "what",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "to-do")),
                        fields=["owner", "due_on", "id"],
                        name="tasks_of_a_person",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["to-do", "done", "not-needed"])),
                        name="a_task_has_come_as_far_as_is_known",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_sets_one_task"),
                ],
            },
        ),
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
                            ("whom__in", ["ourselves", "person", "staff", "others", "signatory", "reviewer"])
                        ),
                        name="a_wait_is_for_a_known_one",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_is_waited_for_once"),
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
                                    "hold",
                                ],
                            )
                        ),
                        name="a_wait_is_of_a_known_kind",
                    ),
                ],
            },
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
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("channel", models.CharField(max_length=20)),
                ("received_on", models.DateField()),
                ("words", models.TextField(blank=True)),
                ("where", models.CharField(blank=True, max_length=120)),
                ("rating", models.CharField(blank=True, max_length=20)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("state", models.CharField(default="open", max_length=10)),
                ("ending", models.CharField(blank=True, max_length=20)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="records.case",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "state", "due_on", "received_on", "id"], name="feedback_of_a_body")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("body", "number"), name="feedback_of_a_body_is_numbered"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["concern", "question", "compliment", "friends-and-family"])),
                        name="feedback_is_of_a_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating__in", ["", "very-good", "good", "neither", "poor", "very-poor", "do-not-know"])
                        ),
                        name="a_rating_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("state", "complaint")),
                            models.Q(("case__isnull", True), ("state__in", ["open", "closed"])),
                            _connector="OR",
                        ),
                        name="feedback_that_became_a_complaint_names_its_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", False),
                                ("ending__in", ["put-right", "answered", "passed-on", "shared", "no-reply"]),
                                ("state", "closed"),
                            ),
                            models.Q(("state", "closed"), _negated=True),
                            _connector="OR",
                        ),
                        name="feedback_that_is_closed_says_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "channel__in",
                                ["online", "email", "letter", "text", "oral", "telephone", "in-person", "voicemail"],
                            )
                        ),
                        name="feedback_came_by_a_known_channel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("event", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("facts", models.JSONField(default=dict)),
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
                    "feedback",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="records.feedback",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("feedback", "number"), name="entries_of_feedback_are_numbered"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="the_first_entry_is_number_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=60)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
                (
                    "feedback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="records.feedback"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "kind", "key", "feedback"], name="feedback_by_its_keys")],
                "constraints": [
                    models.UniqueConstraint(fields=("feedback", "kind", "key"), name="feedback_is_found_by_a_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["name", "nhs-number", "telephone", "email", "born-on"])),
                        name="a_key_of_feedback_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was_found", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                (
                    "feedback",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="records.feedback",
                    ),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["feedback", "at"], name="looks_at_feedback_by_time"),
                    models.Index(fields=["person", "at"], name="looks_at_feedback_by_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("words", models.TextField()),
                (
                    "feedback",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="records.feedback",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("feedback", "entry"), name="an_entry_of_feedback_has_one_note")
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationSuccession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10)),
                ("became", models.CharField(max_length=10)),
                ("since", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "became"), name="an_organisation_becomes_another_once"),
                    models.CheckConstraint(
                        condition=models.Q(("code", models.F("became")), _negated=True),
                        name="nobody_succeeds_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.CharField(
                        choices=[
                            ("epraccur", "epraccur"),
                            ("egdpprac", "egdpprac"),
                            ("etr", "etr"),
                            ("ets", "ets"),
                            ("eccg", "eccg"),
                        ],
                        max_length=20,
                    ),
                ),
                ("dated_on", models.DateField()),
                ("digest", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("added", models.PositiveIntegerField()),
                ("altered", models.PositiveIntegerField()),
                ("closed", models.PositiveIntegerField()),
                ("gone", models.PositiveIntegerField()),
                ("back", models.PositiveIntegerField()),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "dated_on", "digest"), name="a_list_of_a_day_is_read_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedOrganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.CharField(
                        choices=[
                            ("epraccur", "epraccur"),
                            ("egdpprac", "egdpprac"),
                            ("etr", "etr"),
                            ("ets", "ets"),
                            ("eccg", "eccg"),
                        ],
                        max_length=20,
                    ),
                ),
                ("code", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=200)),
                ("address", models.CharField(blank=True, max_length=400)),
                ("postcode", models.CharField(blank=True, max_length=10)),
                ("postcode_key", models.CharField(blank=True, max_length=10)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("board", models.CharField(blank=True, max_length=10)),
                ("parent", models.CharField(blank=True, max_length=10)),
                ("setting", models.CharField(blank=True, max_length=10)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("active", "active"),
                            ("closed", "closed"),
                            ("dormant", "dormant"),
                            ("proposed", "proposed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("opened_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("seen_on", models.DateField()),
                ("gone_since", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["report", "postcode_key"], name="organisations_of_a_postcode")],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "code"), name="an_organisation_stands_once_in_a_list"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gone_since__isnull", True), ("gone_since__gte", models.F("seen_on")), _connector="OR"
                        ),
                        name="an_organisation_is_gone_after_it_was_seen",
                    ),
                ],
            },
        ),
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
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
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
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"
                    ),
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
            ],
            options={
                "indexes": [models.Index(fields=["person", "id"], name="safety_flags_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_is_of_one_safety_flag"),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["set", "kept", "lifted"])), name="a_safety_step_is_a_known_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "danger__in",
                                ["violence", "somebody-there", "unsafe-to-ring", "may-harm-themselves", "place"],
                            )
                        ),
                        name="a_danger_is_of_a_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("review_on__isnull", True), ("step", "lifted")),
                            models.Q(("review_on__gt", models.F("on")), ("review_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_safety_flag_is_looked_at_again",
                    ),
                ],
            },
        ),
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
        migrations.CreateModel(
            name="OfferedMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("meet_with", models.JSONField(default=list)),
                ("times", models.JSONField(default=list)),
                ("place", models.TextField()),
                ("reply_by", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgreedMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=64)),
                ("sequence", models.PositiveIntegerField()),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("place", models.TextField()),
                ("called_off", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "uid", "sequence"), name="a_meeting_has_one_version_of_each_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="a_meeting_ends_after_it_starts"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExperienceAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("month", models.PositiveSmallIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("words", models.TextField(blank=True, default="")),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "year", "month"], name="what_people_said_by_month")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__range", (1, 12))), name="what_people_say_is_kept_by_the_month"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(choices=[("open", "Open"), ("new-email", "New Email")], max_length=20)),
                ("to", models.EmailField(blank=True, max_length=254)),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(db_index=True)),
                ("expires_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="records.case",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", "open"), ("to", "")),
                            models.Q(
                                ("case__isnull", False), ("purpose", "new-email"), models.Q(("to", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="a_code_for_a_new_address_names_it",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PageNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("something-new", "Something New"), ("contact-changed", "Contact Changed")],
                        max_length=20,
                    ),
                ),
                ("to", models.EmailField(blank=True, max_length=254)),
                ("made_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.case"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["something-new", "contact-changed"])),
                        name="a_notice_is_of_a_known_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedAdvocate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("service", models.CharField(blank=True, max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("helps", models.JSONField(default=list)),
                ("entry", models.PositiveIntegerField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                ("taken_up_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by", models.CharField(blank=True, max_length=20)),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="namings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="advocates", to="records.case"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["account", "from_on", "until_on", "case"],
                        name="cases_of_those_who_named_them",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="an_advocate_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="an_advocates_email_is_in_small_letters",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="an_advocate_does_not_stop_before_they_begin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", True), ("taken_up_at__isnull", True)),
                            models.Q(("account__isnull", False), ("taken_up_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_advocate_has_an_account_once_they_have_come",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_by", "")),
                            models.Q(("ended_at__gte", models.F("made_at")), ("ended_by__in", ["person", "advocate"])),
                            _connector="OR",
                        ),
                        name="an_advocate_was_ended_on_somebodys_word",
                    ),
                    models.UniqueConstraint(fields=("case", "entry"), name="an_entry_names_one_advocate"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadLog",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=40)),
                ("document", models.PositiveIntegerField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reads",
                        to="records.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                ("is_theirs", models.BooleanField(blank=True, null=True)),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.incomingmessage",
                    ),
                ),
                (
                    "whose",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "advocate",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.namedadvocate",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "at"], name="reads_of_a_case_by_time"),
                    models.Index(fields=["person", "at"], name="reads_by_a_person_by_time"),
                    models.Index(
                        condition=models.Q(("message__isnull", False)),
                        fields=["message", "at"],
                        name="reads_of_a_message",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("message__isnull", True), ("whose__isnull", True)),
                            models.Q(("case__isnull", True), ("whose__isnull", True)),
                            models.Q(("case__isnull", True), ("message__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_look_is_at_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("case__isnull", False), ("person__isnull", False), _connector="OR"),
                        name="only_a_case_is_followed_by_a_link",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignInLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_in_links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_in_links",
                        to="records.person",
                    ),
                ),
                (
                    "naming",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_in_links",
                        to="records.namedadvocate",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("used_at__isnull", True), ("revoked_at__isnull", True), _connector="OR"),
                        name="a_used_link_is_not_revoked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", True), ("naming__isnull", True), ("person__isnull", False)),
                            models.Q(("account__isnull", False), ("naming__isnull", True), ("person__isnull", True)),
                            models.Q(("account__isnull", True), ("naming__isnull", False), ("person__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_link_invites_somebody_or_renews_a_password",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("list_of", models.DateField(blank=True, null=True)),
                ("message_id", models.CharField(max_length=255, unique=True)),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("held-up", "Held Up"),
                            ("taken", "Taken"),
                            ("sent", "Sent"),
                            ("given-up", "Given Up"),
                            ("stopped", "Stopped"),
                        ],
                        default="queued",
                        max_length=20,
                    ),
                ),
                ("queued_at", models.DateTimeField()),
                ("try_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("held_by", models.CharField(blank=True, max_length=40)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("trouble", models.CharField(blank=True, max_length=40)),
                ("reply", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delivery",
                        to="records.outboxletter",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "link",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delivery",
                        to="records.signinlink",
                    ),
                ),
                ("notice", models.CharField(blank=True, max_length=20)),
                (
                    "asked",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="records.askedstatement",
                    ),
                ),
                (
                    "code",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delivery",
                        to="records.followcode",
                    ),
                ),
                (
                    "page_notice",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delivery",
                        to="records.pagenotice",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("progress__in", ["queued", "held-up", "taken"])),
                        fields=["try_at", "id"],
                        name="deliveries_to_hand_over",
                    ),
                    models.Index(fields=["body", "progress", "queued_at"], name="deliveries_of_a_body"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("progress__in", ["queued", "held-up", "taken", "sent", "given-up", "stopped"])
                        ),
                        name="delivery_progress_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("progress__in", ["taken", "sent"]), ("taken_at__isnull", False)),
                            models.Q(
                                models.Q(("progress__in", ["taken", "sent"]), _negated=True), ("taken_at__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="a_delivery_has_an_instant_of_taking_once_taken",
                    ),
                    models.UniqueConstraint(fields=("person", "list_of"), name="a_person_has_one_list_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked__isnull", True), ("notice", "")),
                            models.Q(
                                ("asked__isnull", False),
                                (
                                    "notice__in",
                                    [
                                        "asked",
                                        "soon",
                                        "overdue",
                                        "still-overdue",
                                        "put-off",
                                        "taken-back",
                                        "given",
                                        "added",
                                        "declined",
                                        "escalated",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="a_delivery_about_a_statement_says_a_known_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("asked__isnull", True),
                                ("code__isnull", True),
                                ("letter__isnull", False),
                                ("link__isnull", True),
                                ("list_of__isnull", True),
                                ("page_notice__isnull", True),
                            ),
                            models.Q(
                                ("asked__isnull", True),
                                ("code__isnull", True),
                                ("letter__isnull", True),
                                ("link__isnull", True),
                                ("list_of__isnull", False),
                                ("page_notice__isnull", True),
                            ),
                            models.Q(
                                ("asked__isnull", True),
                                ("code__isnull", True),
                                ("letter__isnull", True),
                                ("link__isnull", False),
                                ("list_of__isnull", True),
                                ("page_notice__isnull", True),
                            ),
                            models.Q(
                                ("asked__isnull", False),
                                ("code__isnull", True),
                                ("letter__isnull", True),
                                ("link__isnull", True),
                                ("list_of__isnull", True),
                                ("page_notice__isnull", True),
                            ),
                            models.Q(
                                ("asked__isnull", True),
                                ("code__isnull", False),
                                ("letter__isnull", True),
                                ("link__isnull", True),
                                ("list_of__isnull", True),
                                ("page_notice__isnull", True),
                            ),
                            models.Q(
                                ("asked__isnull", True),
                                ("code__isnull", True),
                                ("letter__isnull", True),
                                ("link__isnull", True),
                                ("list_of__isnull", True),
                                ("page_notice__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_delivery_is_of_one_thing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdvocateDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("words", models.TextField(blank=True)),
                ("answer", models.TextField(blank=True)),
                ("state", models.CharField(default="writing", max_length=20)),
                ("saves", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "naming",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="records.namedadvocate"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["message", "questions", "review"])),
                        name="an_advocate_writes_a_known_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["writing", "waiting", "back"]),
                            models.Q(("state__in", ["sent", "dropped"]), ("words", "")),
                            _connector="OR",
                        ),
                        name="no_words_are_left_of_a_draft_that_is_done",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["writing", "waiting", "back"])),
                        fields=("naming", "kind"),
                        name="an_advocate_writes_one_of_a_kind_at_a_time",
                    ),
                ],
            },
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
                        condition=models.Q(
                            ("state__in", ["waiting", "given", "refused", "unaware", "taken-back", "replaced"])
                        ),
                        name="a_consent_form_is_as_far_as_is_known",
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
        migrations.CreateModel(
            name="SavedComplaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("form_digest", models.CharField(db_index=True, max_length=64)),
                ("sealed", models.TextField()),
                ("saved_at", models.DateTimeField()),
                ("expires_on", models.DateField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sealed", ""), _negated=True), name="what_is_saved_is_sealed"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("message_id", models.CharField(max_length=255, unique=True)),
                ("sealed", models.TextField(blank=True)),
                ("to_digest", models.CharField(max_length=64)),
                ("from_digest", models.CharField(max_length=64)),
                ("queued_at", models.DateTimeField(db_index=True)),
                ("try_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("held_by", models.CharField(blank=True, max_length=40)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "saved",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="mails",
                        to="records.savedcomplaint",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["try_at", "id"],
                        name="saved_mails_to_send",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done_at__isnull", True), ("sealed", ""), _connector="OR"),
                        name="an_email_that_is_done_with_keeps_no_address",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EqualityCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.DateField()),
                ("question", models.CharField(max_length=20)),
                ("answer", models.CharField(max_length=20)),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "quarter", "question", "answer"), name="an_answer_of_a_quarter_is_counted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("question__in", ["age", "sex", "ethnic-group", "disability", "religion", "orientation"])
                        ),
                        name="a_question_counted_is_known",
                    ),
                ],
            },
        ),
        migrations.RunPython(_protect, _unprotect, elidable=False),
    ]
