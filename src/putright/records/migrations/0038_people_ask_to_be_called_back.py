"""A message can be somebody asking to be called back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0037_improvements_change"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="incomingmessage",
            name="a_message_is_of_a_known_kind",
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "from-a-person",
                            "automatic-reply",
                            "read-receipt",
                            "not-delivered",
                            "still-trying",
                            "mailing-list",
                            "loop",
                            "unreadable",
                            "call",
                            "call-back",
                        ],
                    )
                ),
                name="a_message_is_of_a_known_kind",
            ),
        ),
    ]
