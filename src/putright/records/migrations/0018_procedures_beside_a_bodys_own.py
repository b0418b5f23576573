"""A body may adopt procedures beside its own, for some of its cases."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0017_cases_are_found_by_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="FurtherProcedure",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="further",
                        serialize=False,
                        to="records.procedureversion",
                    ),
                ),
            ],
        ),
    ]
