"""Whom did the person who complained name as their advocate, what may they do, from when until when?"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from putright.domain.advocates import EndedBy
from putright.records.models.account import Account
from putright.records.models.case import Case


class NamedAdvocate(models.Model):
    """An advocate's part in one case, by the person's word; ended at an instant, never replaced.

    The account is that of whoever took the invitation up. They are nobody at the body.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advocates")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="namings")
    name = models.CharField(max_length=120)
    service = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    helps = models.JSONField(default=list)  # of each what domain.advocates calls it
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry that says so
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_advocate_has_a_name"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="an_advocates_email_is_in_small_letters"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="an_advocate_does_not_stop_before_they_begin",
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=True, taken_up_at__isnull=True)
                | Q(account__isnull=False, taken_up_at__isnull=False),
                name="an_advocate_has_an_account_once_they_have_come",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="")
                | Q(ended_at__gte=F("made_at"), ended_by__in=[by.value for by in EndedBy]),
                name="an_advocate_was_ended_on_somebodys_word",
            ),
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_names_one_advocate"),
        ]
        indexes = [
            models.Index(
                fields=["account", "from_on", "until_on", "case"],
                condition=Q(ended_at__isnull=True),
                name="cases_of_those_who_named_them",
            )
        ]

    def __str__(self) -> str:
        return f"advocate {self.pk} in case {self.case_id}"
