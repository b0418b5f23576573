"""Whoever signs in with an identity service is known by it: identities, and what can be done about them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0011_messages_that_come_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issuer", models.CharField(max_length=300)),
                ("subject", models.CharField(max_length=255)),
                ("made_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="accessentry",
            name="access_entry_is_of_a_known_kind",
        ),
        migrations.AddConstraint(
            model_name="accessentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "event__in",
                        [
                            "invited",
                            "invitation-revoked",
                            "invitation-accepted",
                            "password-changed",
                            "password-link-given",
                            "password-renewed",
                            "authenticator-added",
                            "passkey-added",
                            "passkey-removed",
                            "recovery-codes-made",
                            "recovery-code-used",
                            "second-factor-reset",
                            "identity-linked",
                            "identity-unlinked",
                            "password-given-up",
                            "signed-out",
                            "appointed",
                            "appointment-ended",
                            "left",
                        ],
                    )
                ),
                name="access_entry_is_of_a_known_kind",
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="identities", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="identity",
            constraint=models.UniqueConstraint(fields=("issuer", "subject"), name="an_identity_opens_one_account"),
        ),
        migrations.AddConstraint(
            model_name="identity",
            constraint=models.UniqueConstraint(
                fields=("account", "issuer"), name="an_account_has_one_identity_of_a_service"
            ),
        ),
    ]
