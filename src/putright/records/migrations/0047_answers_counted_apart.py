"""What people say about themselves is kept as counts, with nothing of who said it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0046_complaints_that_are_saved"),
    ]

    operations = [
        migrations.CreateModel(
            name="EqualityCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.DateField()),
                ("question", models.CharField(max_length=20)),
                ("answer", models.CharField(max_length=20)),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("body", "quarter", "question", "answer"), name="an_answer_of_a_quarter_is_counted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("question__in", ["age", "sex", "ethnic-group", "disability", "religion", "orientation"])
                        ),
                        name="a_question_counted_is_known",
                    ),
                ],
            },
        ),
    ]
