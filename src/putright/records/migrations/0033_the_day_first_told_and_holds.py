"""A duty keeps the day first told; a case can wait for another process, and says in which way it is kept."""

from django.db import migrations, models

KINDS = [
    *("task", "promise", "our-contribution", "discussion", "details", "consent", "sharing", "meeting"),
    *("statement", "records", "contribution", "signature", "review", "hold"),
]


class Migration(migrations.Migration):
    dependencies = [("records", "0032_indexes_that_hold_what_they_ask")]

    operations = [
        migrations.AddField(model_name="duty", name="original_due_on", field=models.DateField(blank=True, null=True)),
        migrations.AddField(
            model_name="case", name="kept_as", field=models.PositiveSmallIntegerField(db_default=0, default=0)
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["kept_as", "id"], name="cases_by_the_way_they_are_kept"),
        ),
        migrations.RemoveConstraint(model_name="wait", name="a_wait_is_of_a_known_kind"),
        migrations.AddConstraint(
            model_name="wait",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", KINDS)), name="a_wait_is_of_a_known_kind"
            ),
        ),
    ]
