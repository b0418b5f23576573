"""What is found on an issue is kept with its severity, and tasks of an investigation have an owner."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0018_procedures_beside_a_bodys_own"),
    ]

    operations = [
        migrations.CreateModel(
            name="IssueFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issue", models.PositiveSmallIntegerField()),
                ("entry", models.PositiveIntegerField()),
                ("fell_short", models.BooleanField()),
                ("severity", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("scale", models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("issue", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("due_on", models.DateField()),
                ("state", models.CharField(default="to-do", max_length=20)),
            ],
        ),
        migrations.AddField(
            model_name="issuefinding",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="issue_findings",
                to="records.case",
            ),
        ),
        migrations.AddField(
            model_name="issuefinding",
            name="happened",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
            ),
        ),
        migrations.AddField(
            model_name="issuefinding",
            name="impact",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.document",
            ),
        ),
        migrations.AddField(
            model_name="issuefinding",
            name="should",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="records.case"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="owner",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="what",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.document"
            ),
        ),
        migrations.AddIndex(
            model_name="issuefinding",
            index=models.Index(fields=["case", "issue", "entry"], name="findings_of_a_case_by_issue"),
        ),
        migrations.AddConstraint(
            model_name="issuefinding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("fell_short", True),
                        ("impact__isnull", False),
                        ("severity__isnull", False),
                        models.Q(("scale", ""), _negated=True),
                    ),
                    models.Q(("fell_short", False), ("scale", ""), ("severity__isnull", True)),
                    _connector="OR",
                ),
                name="what_fell_short_has_an_impact_and_a_severity",
            ),
        ),
        migrations.AddConstraint(
            model_name="issuefinding",
            constraint=models.UniqueConstraint(fields=("case", "entry"), name="an_entry_is_of_one_finding"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state", "to-do")), fields=["owner", "due_on", "id"], name="tasks_of_a_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["to-do", "done", "not-needed"])),
                name="a_task_has_come_as_far_as_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(fields=("case", "entry"), name="an_entry_sets_one_task"),
        ),
    ]
