"""Somebody can be asked for a statement on a page of their own, and be written to about it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0015_cases_are_given_and_restricted"),
    ]

    operations = [
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
            ],
        ),
        migrations.RemoveConstraint(
            model_name="delivery",
            name="a_delivery_is_of_a_letter_a_list_or_a_link",
        ),
        migrations.AddField(
            model_name="delivery",
            name="notice",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="askedstatement",
            name="about",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
            ),
        ),
        migrations.AddField(
            model_name="askedstatement",
            name="asked_by",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.AddField(
            model_name="askedstatement",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="asked_statements",
                to="records.case",
            ),
        ),
        migrations.AddField(
            model_name="askedstatement",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.AddField(
            model_name="askedstatement",
            name="questions",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="asked",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="records.askedstatement",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("asked__isnull", True),
                        ("letter__isnull", False),
                        ("link__isnull", True),
                        ("list_of__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", True),
                        ("letter__isnull", True),
                        ("link__isnull", True),
                        ("list_of__isnull", False),
                    ),
                    models.Q(
                        ("asked__isnull", True),
                        ("letter__isnull", True),
                        ("link__isnull", False),
                        ("list_of__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", False),
                        ("letter__isnull", True),
                        ("link__isnull", True),
                        ("list_of__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="a_delivery_is_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddIndex(
            model_name="askedstatement",
            index=models.Index(fields=["person", "due_on", "id"], name="statements_asked_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="askedstatement",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["due_on", "id"], name="statements_to_remind_of"
            ),
        ),
        migrations.AddConstraint(
            model_name="askedstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "given", "declined", "taken-back"])),
                name="a_statement_has_come_as_far_as_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="askedstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["was-there", "complained-about", "expert"])),
                name="who_is_asked_has_a_known_standing",
            ),
        ),
        migrations.AddConstraint(
            model_name="askedstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gte", models.F("asked_on"))),
                name="a_statement_is_not_due_before_it_is_asked_for",
            ),
        ),
        migrations.AddConstraint(
            model_name="askedstatement",
            constraint=models.UniqueConstraint(fields=("case", "entry"), name="an_entry_asks_for_one_statement"),
        ),
        migrations.AddConstraint(
            model_name="askedstatement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("case", "person"),
                name="nobody_is_asked_twice_at_once",
            ),
        ),
    ]
