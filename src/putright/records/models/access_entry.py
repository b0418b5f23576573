"""What was done about who may sign in and as what?"""

from django.db import models

from putright.domain.signing_in import AccessEvent
from putright.records.models.account import Account
from putright.records.models.body import Body
from putright.records.models.person import Person


class AccessEntry(models.Model):
    """One entry of the record about a person at a body, or about an account everywhere; only ever added to."""

    event = models.CharField(max_length=40)
    at = models.DateTimeField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # or themselves
    reason = models.CharField(max_length=500, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)  # of what was handed over, signed out or made

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(event__in=[event.value for event in AccessEvent]),
                name="access_entry_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(account__isnull=False),
                name="access_entry_is_about_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "at"], name="access_entries_about_a_person"),
            models.Index(fields=["account", "at"], name="access_entries_on_an_account"),
        ]

    def __str__(self) -> str:
        return f"access entry {self.pk}"
