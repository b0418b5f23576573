"""Whom people name as their advocates, what these write for them, and that they looked."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0043_codes_and_notices_for_whoever_follows"),
    ]

    operations = [
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
            ],
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
            ],
        ),
        migrations.RemoveConstraint(
            model_name="signinlink",
            name="a_link_invites_a_person_or_renews_a_password",
        ),
        migrations.AddField(
            model_name="namedadvocate",
            name="account",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="namings",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="namedadvocate",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="advocates", to="records.case"
            ),
        ),
        migrations.AddField(
            model_name="advocatedraft",
            name="naming",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="records.namedadvocate"
            ),
        ),
        migrations.AddField(
            model_name="readlog",
            name="advocate",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.namedadvocate",
            ),
        ),
        migrations.AddField(
            model_name="signinlink",
            name="naming",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sign_in_links",
                to="records.namedadvocate",
            ),
        ),
        migrations.AddConstraint(
            model_name="signinlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account__isnull", True), ("naming__isnull", True), ("person__isnull", False)),
                    models.Q(("account__isnull", False), ("naming__isnull", True), ("person__isnull", True)),
                    models.Q(("account__isnull", True), ("naming__isnull", False), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="a_link_invites_somebody_or_renews_a_password",
            ),
        ),
        migrations.AddIndex(
            model_name="namedadvocate",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["account", "from_on", "until_on", "case"],
                name="cases_of_those_who_named_them",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedadvocate",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="an_advocate_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="namedadvocate",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                name="an_advocates_email_is_in_small_letters",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedadvocate",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="an_advocate_does_not_stop_before_they_begin",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedadvocate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account__isnull", True), ("taken_up_at__isnull", True)),
                    models.Q(("account__isnull", False), ("taken_up_at__isnull", False)),
                    _connector="OR",
                ),
                name="an_advocate_has_an_account_once_they_have_come",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedadvocate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                    models.Q(("ended_at__gte", models.F("made_at")), ("ended_by__in", ["person", "advocate"])),
                    _connector="OR",
                ),
                name="an_advocate_was_ended_on_somebodys_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedadvocate",
            constraint=models.UniqueConstraint(fields=("case", "entry"), name="an_entry_names_one_advocate"),
        ),
        migrations.AddConstraint(
            model_name="advocatedraft",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["message", "questions", "review"])),
                name="an_advocate_writes_a_known_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocatedraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["writing", "waiting", "back"]),
                    models.Q(("state__in", ["sent", "dropped"]), ("words", "")),
                    _connector="OR",
                ),
                name="no_words_are_left_of_a_draft_that_is_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="advocatedraft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["writing", "waiting", "back"])),
                fields=("naming", "kind"),
                name="an_advocate_writes_one_of_a_kind_at_a_time",
            ),
        ),
    ]
