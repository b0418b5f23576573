"""Who tried to sign in, and when?"""

from django.db import models


class SignInAttempt(models.Model):
    """One attempt; `who` is a keyed digest of the address typed, so that a mistyped one is not kept."""

    who = models.CharField(max_length=64)
    at = models.DateTimeField()
    succeeded = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["who", "at"], name="attempts_by_who_and_when")]

    def __str__(self) -> str:
        return f"attempt {self.pk}"
