"""What people say can come by text message."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0040_a_safety_flag_has_a_day"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="feedback", name="feedback_came_by_a_known_channel"),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "channel__in",
                        ["online", "email", "letter", "text", "oral", "telephone", "in-person", "voicemail"],
                    )
                ),
                name="feedback_came_by_a_known_channel",
            ),
        ),
    ]
