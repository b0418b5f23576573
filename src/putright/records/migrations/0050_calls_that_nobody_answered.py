"""A call to somebody who asked to be rung, that nobody answered, is remembered with the request."""

import django.db.models.deletion
from django.db import migrations, models

REASONS = ["not-a-complaint", "compliment", "for-others", "spam", "dealt-with", "not-reached"]


class Migration(migrations.Migration):
    dependencies = [("records", "0049_a_case_waits_for_proof")]

    operations = [
        migrations.CreateModel(
            name="CallTried",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("left_message", models.BooleanField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tries",
                        to="records.incomingmessage",
                    ),
                ),
            ],
        ),
        migrations.RemoveConstraint(model_name="incomingmessage", name="a_message_is_put_aside_for_a_reason"),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(("lying", "aside"), ("reason__in", REASONS))
                | models.Q(models.Q(("lying", "aside"), _negated=True), ("reason", "")),
                name="a_message_is_put_aside_for_a_reason",
            ),
        ),
    ]
