"""Looks at messages and at the log itself, and whose case it was; found by person too."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0020_people_who_have_died"),
    ]

    operations = [
        migrations.AddField(
            model_name="readlog",
            name="is_theirs",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="readlog",
            name="message",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.incomingmessage",
            ),
        ),
        migrations.AddField(
            model_name="readlog",
            name="whose",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AlterField(
            model_name="readlog",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reads",
                to="records.case",
            ),
        ),
        migrations.AlterField(
            model_name="readlog",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AddIndex(
            model_name="readlog",
            index=models.Index(fields=["person", "at"], name="reads_by_a_person_by_time"),
        ),
        migrations.AddIndex(
            model_name="readlog",
            index=models.Index(
                condition=models.Q(("message__isnull", False)), fields=["message", "at"], name="reads_of_a_message"
            ),
        ),
        migrations.AddConstraint(
            model_name="readlog",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("message__isnull", True), ("whose__isnull", True)),
                    models.Q(("case__isnull", True), ("whose__isnull", True)),
                    models.Q(("case__isnull", True), ("message__isnull", True)),
                    _connector="OR",
                ),
                name="a_look_is_at_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="readlog",
            constraint=models.CheckConstraint(
                condition=models.Q(("case__isnull", False), ("person__isnull", False), _connector="OR"),
                name="only_a_case_is_followed_by_a_link",
            ),
        ),
    ]
