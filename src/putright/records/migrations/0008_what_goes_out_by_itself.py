"""What goes out by itself: the outbox, its deliveries, the jobs and who works at them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_what_people_sign_in_with"),
    ]

    operations = [
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
                            models.Q(("letter__isnull", False), ("list_of__isnull", True)),
                            models.Q(("letter__isnull", True), ("list_of__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_delivery_is_of_a_letter_or_of_a_list",
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
                ],
            },
        ),
    ]
