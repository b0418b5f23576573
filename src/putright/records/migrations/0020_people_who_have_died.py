"""Who has died, and since when it is known, so that no letter goes to them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0019_findings_and_tasks")]

    operations = [
        migrations.AddField(model_name="person", name="death_learnt_on", field=models.DateField(blank=True, null=True)),
        migrations.AddField(model_name="person", name="died_on", field=models.DateField(blank=True, null=True)),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("died_on__isnull", True), ("death_learnt_on__gte", models.F("died_on")), _connector="OR"
                ),
                name="a_death_is_not_learnt_of_before_it",
            ),
        ),
    ]
