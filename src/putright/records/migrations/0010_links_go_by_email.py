"""A link to choose a password with can go by email, as a letter or the list of a day does."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0009_files_are_stored_once"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="delivery",
            name="a_delivery_is_of_a_letter_or_of_a_list",
        ),
        migrations.AddField(
            model_name="delivery",
            name="link",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delivery",
                to="records.signinlink",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter__isnull", False), ("link__isnull", True), ("list_of__isnull", True)),
                    models.Q(("letter__isnull", True), ("link__isnull", True), ("list_of__isnull", False)),
                    models.Q(("letter__isnull", True), ("link__isnull", False), ("list_of__isnull", True)),
                    _connector="OR",
                ),
                name="a_delivery_is_of_a_letter_a_list_or_a_link",
            ),
        ),
    ]
