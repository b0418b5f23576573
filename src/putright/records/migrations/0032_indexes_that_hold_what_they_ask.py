"""The lists of cases without a duty are read from their index alone, whatever the statistics say."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0031_feedback_and_its_entries"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="case",
            name="cases_of_a_body_without_duties",
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_of_a_person_without_duty",
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("is_open", True), ("next_due_on__isnull", True)),
                fields=["body", "received_on", "id", "is_open", "next_due_on"],
                name="cases_of_a_body_without_duties",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("is_open", True), ("next_due_on__isnull", True)),
                fields=["handler", "body", "received_on", "id", "is_open", "next_due_on"],
                name="cases_of_a_person_without_duty",
            ),
        ),
    ]
