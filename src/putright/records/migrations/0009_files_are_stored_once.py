"""Each content stored once, and what is known of viruses in it; files kept for a form that has not been sent."""

import django.db.models.deletion
from django.db import migrations, models

# Letters were written here; of whatever came in nothing is known yet.
_ENTER_WHAT_IS_STORED = """
INSERT INTO records_storedfile (stored_as, size, scan, virus, attempts, tried_at, obstacle, made_at)
SELECT stored_as, size, CASE WHEN kind = 'letter' THEN 'ours' ELSE 'waiting' END, '', 0, NULL, '', made_at
FROM records_document WHERE stored_as IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0008_what_goes_out_by_itself"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stored_as", models.CharField(max_length=80, unique=True)),
                ("size", models.PositiveBigIntegerField()),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("ours", "ours"),
                            ("waiting", "waiting"),
                            ("held-up", "held-up"),
                            ("clean", "clean"),
                            ("unscanned", "unscanned"),
                            ("virus-found", "virus-found"),
                        ],
                        max_length=20,
                    ),
                ),
                ("virus", models.CharField(blank=True, max_length=100)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("obstacle", models.CharField(blank=True, max_length=40)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("scan__in", ["held-up", "unscanned", "waiting"])),
                        fields=["tried_at", "id"],
                        name="files_to_be_scanned",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scan__in", ["ours", "waiting", "held-up", "clean", "unscanned", "virus-found"])
                        ),
                        name="a_scan_has_come_as_far_as_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scan", "virus-found"), ("virus", ""), _connector="OR"),
                        name="a_virus_is_named_where_one_was_found",
                    ),
                ],
            },
        ),
        migrations.RunSQL(_ENTER_WHAT_IS_STORED, migrations.RunSQL.noop),
        migrations.RemoveConstraint(model_name="document", name="a_document_has_content_until_it_is_disposed_of"),
        migrations.RenameField(model_name="document", old_name="stored_as", new_name="file"),
        migrations.AlterField(
            model_name="document",
            name="file",
            field=models.ForeignKey(
                blank=True,
                db_column="stored_as",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="records.storedfile",
                to_field="stored_as",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("disposed_on__isnull", True),
                        models.Q(("text__isnull", False), ("file__isnull", False), _connector="OR"),
                    ),
                    models.Q(("disposed_on__isnull", False), ("file__isnull", True), ("text__isnull", True)),
                    _connector="OR",
                ),
                name="a_document_has_content_until_it_is_disposed_of",
            ),
        ),
        migrations.CreateModel(
            name="FormFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form_digest", models.CharField(max_length=64)),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("made_at", models.DateTimeField(db_index=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="form_files",
                        to="records.storedfile",
                        to_field="stored_as",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("form_digest", "number"), name="files_of_a_form_have_different_numbers"
                    )
                ],
            },
        ),
    ]
