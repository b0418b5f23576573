import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="body_has_a_name")
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
            ],
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
                ("stored_as", models.CharField(blank=True, max_length=80, null=True, unique=True)),
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
            ],
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
            ],
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
        ),
        migrations.AddField(
            model_name="document",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="complainant",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"),
        ),
        migrations.AddField(
            model_name="case",
            name="handler",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="patient",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"),
        ),
        migrations.AddField(
            model_name="case",
            name="signed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reads",
                        to="records.case",
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
                                    "patient-care",
                                    "prescribing",
                                    "privacy",
                                    "records",
                                    "staffing",
                                    "values",
                                    "waiting-times",
                                    "other",
                                ],
                            )
                        ),
                        name="issue_subject_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["", "upheld", "partly-upheld", "not-upheld"])),
                        name="issue_outcome_is_a_known_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "exclusion__in",
                                [
                                    "",
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
                        name="issue_exclusion_is_a_ground_of_the_law",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("conclusion__isnull", False), _connector="OR"),
                        name="an_issue_with_an_outcome_has_a_conclusion",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("exclusion", ""), _connector="OR"),
                        name="an_excluded_issue_has_no_outcome",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["body", "part", "name"], name="people_of_a_body_by_name"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="person_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("part", "staff"), ("account__isnull", True), _connector="OR"),
                name="only_staff_have_an_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("body", "account"), name="an_account_is_one_person_at_a_body"),
        ),
        migrations.AddIndex(
            model_name="outboxletter",
            index=models.Index(fields=["body", "state", "made_on", "id"], name="letters_of_a_body_to_post"),
        ),
        migrations.AddConstraint(
            model_name="outboxletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["queued", "printed", "posted", "cancelled"])),
                name="letter_state_is_a_known_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="outboxletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("posted_on__isnull", False), ("state", "posted")),
                    models.Q(models.Q(("state", "posted"), _negated=True), ("posted_on__isnull", True)),
                    _connector="OR",
                ),
                name="a_letter_has_a_day_of_posting_once_posted",
            ),
        ),
        migrations.AddConstraint(
            model_name="outboxletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("posted_on__isnull", True), ("posted_on__gte", models.F("made_on")), _connector="OR"
                ),
                name="a_letter_is_not_posted_before_it_is_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedperson",
            constraint=models.UniqueConstraint(fields=("case", "person"), name="a_case_names_a_person_once"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(fields=("case", "number"), name="events_of_a_case_are_numbered"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="the_first_event_is_number_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("about__isnull", True), ("about__lt", models.F("number")), _connector="OR"),
                name="a_reply_comes_after_what_it_answers",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("corrects__isnull", True), ("corrects__lt", models.F("number")), _connector="OR"),
                name="a_correction_comes_after_what_it_corrects",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("case", "number"), name="documents_of_a_case_have_different_numbers"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("disposed_on__isnull", True),
                        models.Q(("text__isnull", False), ("stored_as__isnull", False), _connector="OR"),
                    ),
                    models.Q(("disposed_on__isnull", False), ("stored_as__isnull", True), ("text__isnull", True)),
                    _connector="OR",
                ),
                name="a_document_has_content_until_it_is_disposed_of",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "next_due_on", "id"], name="worklist_of_a_body"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["handler", "next_due_on", "id"], name="worklist_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["body", "is_open", "next_due_on", "received_on", "id"], name="cases_of_a_body_by_receipt"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "review_requested_on"], name="cases_of_a_body_in_review"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["recheck_on"], name="cases_to_look_at_again"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["open", "responded", "closed", "withdrawn", "transferred"])),
                name="case_status_is_a_known_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "basis__in",
                        ["self", "affected", "requested", "child", "lacks-capacity", "physical-incapacity", "deceased"],
                    )
                ),
                name="case_basis_is_a_known_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("review_requested_on__isnull", True),
                    ("review_requested_on__gte", models.F("received_on")),
                    _connector="OR",
                ),
                name="a_review_is_not_asked_for_before_the_complaint",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("recheck_on__isnull", True), ("recheck_on__gt", models.F("computed_on")), _connector="OR"
                ),
                name="a_case_is_looked_at_again_later_than_it_was",
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["body", "role", "from_on"], name="appointments_of_a_body_by_role"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="appointment_does_not_end_before_it_begins",
            ),
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
                            "investigator",
                            "medical-director",
                            "responsible-person",
                            "delegate",
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
                    models.Q(("role", "delegate"), _negated=True), ("authorised_by__isnull", False), _connector="OR"
                ),
                name="somebody_authorised_each_delegate",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on__isnull", True)),
                fields=("person", "role"),
                name="nobody_holds_a_role_twice_at_once",
            ),
        ),
        migrations.AddIndex(
            model_name="procedureversion",
            index=models.Index(fields=["body", "adopted_on"], name="procedures_of_a_body_by_date"),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("as_published", False), ("signed_off_by__isnull", False), _connector="OR"),
                name="what_is_adopted_as_published_is_signed_off",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                fields=("body", "digest", "adopted_on"), name="a_body_adopts_the_same_words_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("body__isnull", True)), fields=("digest",), name="a_law_is_kept_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="caseprocedure",
            constraint=models.UniqueConstraint(
                fields=("case", "place", "from_on"), name="one_procedure_in_one_place_of_a_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="caseprocedure",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="a_procedure_does_not_end_before_it_applies",
            ),
        ),
        migrations.AddIndex(
            model_name="readlog",
            index=models.Index(fields=["case", "at"], name="reads_of_a_case_by_time"),
        ),
    ]
