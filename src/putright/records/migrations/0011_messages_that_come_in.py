"""Messages that come in: the tray, the files that came with them, and how far each mailbox has been read."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0010_links_go_by_email"),
    ]

    operations = [
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
            ],
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
            ],
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "sign",
                    models.CharField(
                        choices=[("answer", "answer"), ("reference", "reference"), ("sender", "sender")], max_length=20
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
        ),
        migrations.AddIndex(
            model_name="incomingmessage",
            index=models.Index(fields=["body", "lying", "received_at", "id"], name="messages_of_a_body"),
        ),
        migrations.AddIndex(
            model_name="incomingmessage",
            index=models.Index(
                condition=models.Q(("kind", "not-delivered"), ("lying", "quiet")),
                fields=["failed_id"],
                name="bounces_to_enter",
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.UniqueConstraint(
                fields=("body", "digest", "message_id"), name="a_message_is_taken_in_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
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
                        ],
                    )
                ),
                name="a_message_is_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", False), ("lying__in", ("by-itself", "on-case"))),
                    models.Q(("case__isnull", True), ("lying__in", ["waiting", "quiet", "aside"])),
                    _connector="OR",
                ),
                name="a_message_on_a_case_names_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="incomingfile",
            constraint=models.UniqueConstraint(
                fields=("message", "number"), name="files_of_a_message_have_different_numbers"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.UniqueConstraint(fields=("message", "case"), name="a_case_is_suggested_once"),
        ),
    ]
