"""The worklist is narrowed to how grave cases are and on which path, by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0034_published_organisations"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "severity", "next_due_on", "id"], name="worklist_by_severity"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["body", "severity", "is_open", "received_on", "id"], name="cases_by_severity_and_receipt"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "path", "next_due_on", "id"], name="worklist_by_path"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["body", "path", "is_open", "received_on", "id"], name="cases_by_path_and_receipt"
            ),
        ),
    ]
