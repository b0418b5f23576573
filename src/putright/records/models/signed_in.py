"""Where is somebody signed in, and which browsers are known to be theirs?"""

from django.db import models

from putright.records.models.account import Account


class SignedIn(models.Model):
    """One browser in which somebody is signed in; gone when they sign out or are signed out."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="signed_in")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=60)  # a kind, such as "Firefox on Windows": nothing that tells one apart
    began_at = models.DateTimeField()
    last_used_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"signed in {self.pk}"


class KnownBrowser(models.Model):
    """A browser in which somebody has signed in before: it keeps a secret of which the digest is kept here.

    Whoever guesses elsewhere cannot make it wait.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="known_browsers")
    digest = models.CharField(max_length=64)
    last_used_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="an_account_knows_a_browser_once")]

    def __str__(self) -> str:
        return f"known browser {self.pk}"
