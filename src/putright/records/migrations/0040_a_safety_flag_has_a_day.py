"""A safety flag that has no day on which it is looked at again is not kept: of nothing, a database says nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0039_an_issue_that_is_withdrawn"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="safetyflag", name="a_safety_flag_is_looked_at_again"),
        migrations.AddConstraint(
            model_name="safetyflag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_on__isnull", True), ("step", "lifted")),
                    models.Q(("review_on__gt", models.F("on")), ("review_on__isnull", False)),
                    _connector="OR",
                ),
                name="a_safety_flag_is_looked_at_again",
            ),
        ),
    ]
