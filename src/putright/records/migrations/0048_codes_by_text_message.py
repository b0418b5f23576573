"""A code that goes by text message."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0047_answers_counted_apart"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="way",
            field=models.CharField(db_default="email", default="email", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("way", "email"),
                    models.Q(("code__isnull", False), ("way", "text")),
                    _connector="OR",
                ),
                name="only_a_code_goes_by_text_message",
            ),
        ),
    ]
