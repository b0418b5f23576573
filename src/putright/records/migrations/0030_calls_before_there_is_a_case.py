"""Which calls came in, by whom they were taken, before there was a case?"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0029_improvements_outlive_their_case")]

    operations = [
        migrations.RemoveConstraint(model_name="incomingmessage", name="a_message_is_of_a_known_kind"),
        migrations.AddField(
            model_name="incomingmessage",
            name="taken_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.person",
            ),
        ),
        migrations.AlterField(
            model_name="suggestion",
            name="sign",
            field=models.CharField(
                choices=[
                    ("answer", "answer"),
                    ("reference", "reference"),
                    ("sender", "sender"),
                    ("number", "number"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "from-a-person",
                        "automatic-reply",
                        "read-receipt",
                        "not-delivered",
                        "still-trying",
                        "mailing-list",
                        "loop",
                        "unreadable",
                        "call",
                    ]
                ),
                name="a_message_is_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(kind="call", taken_by__isnull=False)
                | (~models.Q(kind="call") & models.Q(taken_by__isnull=True)),
                name="a_call_was_taken_by_somebody",
            ),
        ),
    ]
