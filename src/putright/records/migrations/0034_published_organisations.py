"""The organisations that published lists name, the lists that were read, and who took whose place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0033_the_day_first_told_and_holds"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrganisationSuccession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10)),
                ("became", models.CharField(max_length=10)),
                ("since", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "became"), name="an_organisation_becomes_another_once"),
                    models.CheckConstraint(
                        condition=models.Q(("code", models.F("became")), _negated=True),
                        name="nobody_succeeds_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.CharField(
                        choices=[
                            ("epraccur", "epraccur"),
                            ("egdpprac", "egdpprac"),
                            ("etr", "etr"),
                            ("ets", "ets"),
                            ("eccg", "eccg"),
                        ],
                        max_length=20,
                    ),
                ),
                ("dated_on", models.DateField()),
                ("digest", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("added", models.PositiveIntegerField()),
                ("altered", models.PositiveIntegerField()),
                ("closed", models.PositiveIntegerField()),
                ("gone", models.PositiveIntegerField()),
                ("back", models.PositiveIntegerField()),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "dated_on", "digest"), name="a_list_of_a_day_is_read_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedOrganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.CharField(
                        choices=[
                            ("epraccur", "epraccur"),
                            ("egdpprac", "egdpprac"),
                            ("etr", "etr"),
                            ("ets", "ets"),
                            ("eccg", "eccg"),
                        ],
                        max_length=20,
                    ),
                ),
                ("code", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=200)),
                ("address", models.CharField(blank=True, max_length=400)),
                ("postcode", models.CharField(blank=True, max_length=10)),
                ("postcode_key", models.CharField(blank=True, max_length=10)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("board", models.CharField(blank=True, max_length=10)),
                ("parent", models.CharField(blank=True, max_length=10)),
                ("setting", models.CharField(blank=True, max_length=10)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("active", "active"),
                            ("closed", "closed"),
                            ("dormant", "dormant"),
                            ("proposed", "proposed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("opened_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("seen_on", models.DateField()),
                ("gone_since", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["report", "postcode_key"], name="organisations_of_a_postcode")],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "code"), name="an_organisation_stands_once_in_a_list"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gone_since__isnull", True), ("gone_since__gte", models.F("seen_on")), _connector="OR"
                        ),
                        name="an_organisation_is_gone_after_it_was_seen",
                    ),
                ],
            },
        ),
    ]
