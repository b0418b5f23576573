"""Meetings as they were offered and agreed, and what people say of how it went, apart from their case."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0041_feedback_by_text_message"),
    ]

    operations = [
        migrations.AddField(
            model_name="followlink",
            name="said_how_it_went",
            field=models.BooleanField(default=False),
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
    ]
