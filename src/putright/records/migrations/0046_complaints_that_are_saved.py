"""A complaint that is not sent yet can be saved and gone on with, and its link go by email."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0045_consent_forms_and_their_links"),
    ]

    operations = [
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
    ]
