"""Who has looked at what?"""

from django.db import models
from django.db.models import Q

from putright.records.models.case import Case
from putright.records.models.incoming_message import IncomingMessage
from putright.records.models.named_advocate import NamedAdvocate
from putright.records.models.person import Person


class ReadLog(models.Model):
    """One look at a case or something of it, at a message, or at the looks of a person; only ever added to.

    It is kept outside the chain. No person means the holder of the follow link, or an advocate of theirs where one is
    said. Whether the case was theirs is kept as it was then: they handled it, or it was given to them.
    """

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="reads", db_index=False
    )
    message = models.ForeignKey(
        IncomingMessage, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    whose = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    advocate = models.ForeignKey(
        NamedAdvocate, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    what = models.CharField(max_length=40)
    document = models.PositiveIntegerField(null=True, blank=True)
    is_theirs = models.BooleanField(null=True, blank=True)  # of a case; not known of looks before this was kept
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(message__isnull=True, whose__isnull=True)
                | Q(case__isnull=True, whose__isnull=True)
                | Q(case__isnull=True, message__isnull=True),
                name="a_look_is_at_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(person__isnull=False), name="only_a_case_is_followed_by_a_link"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "at"], name="reads_of_a_case_by_time"),
            models.Index(fields=["person", "at"], name="reads_by_a_person_by_time"),
            models.Index(fields=["message", "at"], condition=Q(message__isnull=False), name="reads_of_a_message"),
        ]

    def __str__(self) -> str:
        return f"read {self.pk}"
