from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_lists_are_read_by_index"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="case",
            name="worklist_of_a_person",
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["handler", "body", "next_due_on", "id"], name="worklist_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["handler", "body", "is_open", "received_on", "id"], name="cases_of_a_person_by_receipt"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("is_open", True), ("next_due_on__isnull", True)),
                fields=["handler", "body", "received_on", "id"],
                name="cases_of_a_person_without_duty",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("review_requested_on__isnull", False)),
                fields=["body", "is_open", "received_on", "id"],
                name="cases_of_a_reviewer_by_receipt",
            ),
        ),
    ]
