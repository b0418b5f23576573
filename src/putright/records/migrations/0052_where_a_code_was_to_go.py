"""A code that opens a complaint knows, by a keyed digest, to which address or number it was asked to go."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0051_files_of_drafts_and_word_to_advocates")]

    operations = [
        migrations.AddField(
            model_name="followcode",
            name="contact",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
    ]
