"""What an advocate writes can have files, and an advocate is told by email of an answer, or that it ended."""

from django.db import migrations, models

KINDS = ["something-new", "contact-changed", "advocate-news", "advocate-ended"]
CHOICES = [
    ("something-new", "Something New"),
    ("contact-changed", "Contact Changed"),
    ("advocate-news", "Advocate News"),
    ("advocate-ended", "Advocate Ended"),
]


class Migration(migrations.Migration):
    dependencies = [("records", "0050_calls_that_nobody_answered")]

    operations = [
        migrations.AddField(
            model_name="advocatedraft",
            name="form_digest",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
        migrations.RemoveConstraint(model_name="pagenotice", name="a_notice_is_of_a_known_kind"),
        migrations.AlterField(
            model_name="pagenotice", name="kind", field=models.CharField(choices=CHOICES, max_length=20)
        ),
        migrations.AddConstraint(
            model_name="pagenotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", KINDS)), name="a_notice_is_of_a_known_kind"
            ),
        ),
    ]
