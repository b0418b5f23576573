"""A code opens a complaint to whoever has its contact, and an email says that there is something new."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0042_meetings_and_how_it_went"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(choices=[("open", "Open"), ("new-email", "New Email")], max_length=20)),
                ("to", models.EmailField(blank=True, max_length=254)),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(db_index=True)),
                ("expires_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="PageNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("something-new", "Something New"), ("contact-changed", "Contact Changed")],
                        max_length=20,
                    ),
                ),
                ("to", models.EmailField(blank=True, max_length=254)),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="delivery",
            name="a_delivery_is_of_one_thing",
        ),
        migrations.AddField(
            model_name="followcode",
            name="case",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.case"
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="code",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="delivery",
                to="records.followcode",
            ),
        ),
        migrations.AddField(
            model_name="pagenotice",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.case"),
        ),
        migrations.AddField(
            model_name="delivery",
            name="page_notice",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="delivery",
                to="records.pagenotice",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("asked__isnull", True),
                        ("code__isnull", True),
                        ("letter__isnull", False),
                        ("link__isnull", True),
                        ("list_of__isnull", True),
                        ("page_notice__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", True),
                        ("code__isnull", True),
                        ("letter__isnull", True),
                        ("link__isnull", True),
                        ("list_of__isnull", False),
                        ("page_notice__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", True),
                        ("code__isnull", True),
                        ("letter__isnull", True),
                        ("link__isnull", False),
                        ("list_of__isnull", True),
                        ("page_notice__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", False),
                        ("code__isnull", True),
                        ("letter__isnull", True),
                        ("link__isnull", True),
                        ("list_of__isnull", True),
                        ("page_notice__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", True),
                        ("code__isnull", False),
                        ("letter__isnull", True),
                        ("link__isnull", True),
                        ("list_of__isnull", True),
                        ("page_notice__isnull", True),
                    ),
                    models.Q(
                        ("asked__isnull", True),
                        ("code__isnull", True),
                        ("letter__isnull", True),
                        ("link__isnull", True),
                        ("list_of__isnull", True),
                        ("page_notice__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_delivery_is_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="followcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("purpose", "open"), ("to", "")),
                    models.Q(("case__isnull", False), ("purpose", "new-email"), models.Q(("to", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_code_for_a_new_address_names_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="pagenotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["something-new", "contact-changed"])),
                name="a_notice_is_of_a_known_kind",
            ),
        ),
    ]
