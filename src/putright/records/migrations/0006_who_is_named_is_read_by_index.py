"""An index from which the cases that name a person are read, without their rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_each_view_is_read_by_index"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="namedperson",
            index=models.Index(fields=["person", "case"], name="cases_that_name_a_person"),
        ),
    ]
