"""For whom does a case wait, for what, and on whose list does that stand?"""

from django.db import models

from putright.domain.waiting import WaitedFor, WaitKind
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person


class Wait(models.Model):
    """Something that a case waits for, as `waits_of` gave it with the last entry; nothing else writes it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="waits", db_index=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry by which it was asked for
    kind = models.CharField(max_length=20)
    whom = models.CharField(max_length=20)
    other = models.CharField(max_length=64, blank=True)  # the code of the organisation that was asked
    # Whose list it stands on: the task's owner, or else whoever has the case.
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    # Who was asked, where it is one person of the body.
    asked = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    since_on = models.DateField()
    due_on = models.DateField(null=True)
    place_on = models.DateField()  # by which lists are in order: the day it is due, or else since when it is waited for

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in WaitKind]), name="a_wait_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(whom__in=[each.value for each in WaitedFor]), name="a_wait_is_for_a_known_one"
            ),
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_is_waited_for_once"),
        ]
        indexes = [
            models.Index(fields=["body", "place_on", "id"], name="waits_of_a_body"),
            models.Index(fields=["body", "whom", "place_on", "id"], name="waits_of_a_body_by_whom"),
            models.Index(fields=["owner", "body", "place_on", "id"], name="waits_of_a_person"),
            models.Index(fields=["owner", "body", "whom", "place_on", "id"], name="waits_of_a_person_by_whom"),
        ]

    def __str__(self) -> str:
        return f"wait {self.pk} of case {self.case_id}"
