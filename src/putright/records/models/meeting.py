"""Which meetings were offered in a letter, and what was agreed of them, as calendars know it?"""

from django.db import models
from django.db.models import F, Q

from putright.records.models.case import Case
from putright.records.models.document import Document


class OfferedMeeting(models.Model):
    """What the letter that offers a meeting says: with whom, where, and at which times; it counts once it has gone.

    `times` are pairs of a day and an hour, both as ISO 8601 writes them, by the clock on the wall in London.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    letter = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    meet_with = models.JSONField(default=list)
    times = models.JSONField(default=list)
    place = models.TextField()
    reply_by = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"meeting {self.pk} that was offered"


class AgreedMeeting(models.Model):
    """A meeting as a calendar has it: the same one, moved or called off, keeps its `uid`, with the next `sequence`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    uid = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField()
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.TextField()
    called_off = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "uid", "sequence"], name="a_meeting_has_one_version_of_each_number"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="a_meeting_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"version {self.sequence} of a meeting of case {self.case_id}"
