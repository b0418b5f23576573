from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_wrong_links"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="case",
            name="cases_of_a_body_by_receipt",
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_of_a_body_in_review",
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "is_open", "received_on", "id"], name="cases_of_a_body_by_receipt"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("is_open", True), ("next_due_on__isnull", True)),
                fields=["body", "received_on", "id"],
                name="cases_of_a_body_without_duties",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("review_requested_on__isnull", False)),
                fields=["body", "next_due_on", "id"],
                name="worklist_of_a_reviewer",
            ),
        ),
    ]
