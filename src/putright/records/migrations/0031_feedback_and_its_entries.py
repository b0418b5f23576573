"""What people say who do not complain: kept lightly, with what was done about it and who looked."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from putright.records import append_only


def _protect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.protect(schema_editor.connection, append_only.OF_FEEDBACK)


def _unprotect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unprotect(schema_editor.connection, append_only.OF_FEEDBACK)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0030_calls_before_there_is_a_case"),
    ]

    operations = [
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
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["body", "state", "due_on", "received_on", "id"], name="feedback_of_a_body"),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.UniqueConstraint(fields=("body", "number"), name="feedback_of_a_body_is_numbered"),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["concern", "question", "compliment", "friends-and-family"])),
                name="feedback_is_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("channel__in", ["online", "email", "letter", "oral", "telephone", "in-person", "voicemail"])
                ),
                name="feedback_came_by_a_known_channel",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rating__in", ["", "very-good", "good", "neither", "poor", "very-poor", "do-not-know"])
                ),
                name="a_rating_is_a_known_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", False), ("state", "complaint")),
                    models.Q(("case__isnull", True), ("state__in", ["open", "closed"])),
                    _connector="OR",
                ),
                name="feedback_that_became_a_complaint_names_its_case",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="feedbackentry",
            constraint=models.UniqueConstraint(fields=("feedback", "number"), name="entries_of_feedback_are_numbered"),
        ),
        migrations.AddConstraint(
            model_name="feedbackentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="the_first_entry_is_number_one"
            ),
        ),
        migrations.AddIndex(
            model_name="feedbackkey",
            index=models.Index(fields=["body", "kind", "key", "feedback"], name="feedback_by_its_keys"),
        ),
        migrations.AddConstraint(
            model_name="feedbackkey",
            constraint=models.UniqueConstraint(
                fields=("feedback", "kind", "key"), name="feedback_is_found_by_a_key_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackkey",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["name", "nhs-number", "telephone", "email", "born-on"])),
                name="a_key_of_feedback_is_known",
            ),
        ),
        migrations.AddIndex(
            model_name="feedbacklook",
            index=models.Index(fields=["feedback", "at"], name="looks_at_feedback_by_time"),
        ),
        migrations.AddIndex(
            model_name="feedbacklook",
            index=models.Index(fields=["person", "at"], name="looks_at_feedback_by_person"),
        ),
        migrations.AddConstraint(
            model_name="feedbacknote",
            constraint=models.UniqueConstraint(fields=("feedback", "entry"), name="an_entry_of_feedback_has_one_note"),
        ),
        migrations.RunPython(_protect, _unprotect, elidable=False),
    ]
