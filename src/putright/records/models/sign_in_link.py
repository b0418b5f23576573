"""Which one-time links let somebody choose the password they sign in with?"""

from django.db import models

from putright.records.models.account import Account
from putright.records.models.named_advocate import NamedAdvocate
from putright.records.models.person import Person


class SignInLink(models.Model):
    """A link of 128 random bits, of which only the digest is kept: good once, for a time, and until it is revoked.

    An invitation names the person, or the naming as somebody's advocate, and the address to sign in with; a link for a
    new password names the account.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="sign_in_links")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="sign_in_links")
    naming = models.ForeignKey(
        NamedAdvocate, on_delete=models.PROTECT, null=True, blank=True, related_name="sign_in_links"
    )
    email = models.EmailField(max_length=254)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, account__isnull=True, naming__isnull=True)
                | models.Q(person__isnull=True, account__isnull=False, naming__isnull=True)
                | models.Q(person__isnull=True, account__isnull=True, naming__isnull=False),
                name="a_link_invites_somebody_or_renews_a_password",
            ),
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True) | models.Q(revoked_at__isnull=True),
                name="a_used_link_is_not_revoked",
            ),
        ]

    def __str__(self) -> str:
        return f"sign-in link {self.pk}"
