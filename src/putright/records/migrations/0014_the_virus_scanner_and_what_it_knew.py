"""Whether the virus scanner answers, how new what it knows is, and how new it was when a file was last scanned."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0013_files_of_messages_have_digests"),
    ]

    operations = [
        migrations.CreateModel(
            name="VirusScanner",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("away_since", models.DateTimeField(blank=True, null=True)),
                ("obstacle", models.CharField(blank=True, max_length=40)),
                ("ask_again_at", models.DateTimeField(blank=True, null=True)),
                ("signatures_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_virus_scanner"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(away_since__isnull=True, ask_again_at__isnull=True, obstacle=""),
                            models.Q(
                                ("ask_again_at__isnull", False),
                                ("away_since__isnull", False),
                                models.Q(("obstacle", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="why_the_virus_scanner_is_away_is_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="storedfile",
            name="signatures_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="storedfile",
            index=models.Index(
                condition=models.Q(("scan", "clean")),
                fields=["signatures_at", "id"],
                name="files_to_be_scanned_again",
            ),
        ),
    ]
