"""With what else than a password does somebody show that it is they: an app, a code on paper, a passkey?"""

from django.db import models

from putright.records.models.account import Account


class Authenticator(models.Model):
    """An authenticator app: the secret it shares with us, sealed; not in use until a first code has confirmed it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="authenticators")
    sealed_secret = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    last_step = models.BigIntegerField(default=0)  # of the code used last: it and those before it are used up

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(confirmed_at__isnull=False),
                name="an_account_has_one_authenticator",
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(confirmed_at__isnull=True),
                name="an_account_confirms_one_authenticator_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"authenticator {self.pk}"


class RecoveryCode(models.Model):
    """A code on paper for when the app is not at hand, of which a keyed digest is kept: good once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "digest"], name="recovery_codes_of_an_account_differ")
        ]

    def __str__(self) -> str:
        return f"recovery code {self.pk}"


class Passkey(models.Model):
    """A key that a device keeps: what we know of it is public, and opens nothing by itself."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    credential = models.TextField()  # as the device's answer to registering it said, in base64
    credential_digest = models.CharField(max_length=64, unique=True)  # of its number, which can be long
    name = models.CharField(max_length=60)
    sign_count = models.BigIntegerField(default=0)
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="passkey_has_a_name")]

    def __str__(self) -> str:
        return f"passkey {self.pk}"
