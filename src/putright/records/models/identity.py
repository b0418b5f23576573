"""As whom does an identity service know somebody who signs in with it?"""

from django.db import models

from putright.records.models.account import Account


class Identity(models.Model):
    """What an identity service calls the holder of an account; linked by them, and never guessed from an address."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="an_identity_opens_one_account"),
            models.UniqueConstraint(fields=["account", "issuer"], name="an_account_has_one_identity_of_a_service"),
        ]

    def __str__(self) -> str:
        return f"identity {self.pk}"
