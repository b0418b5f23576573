"""A case can wait for what shows that somebody may speak for the patient."""

from django.db import migrations, models

KINDS = [
    *("task", "promise", "our-contribution", "discussion", "details", "consent", "authority", "sharing", "meeting"),
    *("statement", "records", "contribution", "signature", "review", "hold"),
]


class Migration(migrations.Migration):
    dependencies = [("records", "0048_codes_by_text_message")]

    operations = [
        migrations.RemoveConstraint(model_name="wait", name="a_wait_is_of_a_known_kind"),
        migrations.AddConstraint(
            model_name="wait",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", KINDS)), name="a_wait_is_of_a_known_kind"
            ),
        ),
    ]
