"""Which letters wait to be printed and posted?"""

from django.db import models

from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.document import Document
from putright.records.models.person import Person


class State(models.TextChoices):
    """How far a letter has come."""

    QUEUED = "queued"
    PRINTED = "printed"
    POSTED = "posted"
    CANCELLED = "cancelled"


class OutboxLetter(models.Model):
    """A letter to send, written in the transaction that made it; what it means is recorded when it is posted."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="letter")
    name = models.CharField(max_length=60)
    channel = models.CharField(max_length=20, default="print")
    state = models.CharField(max_length=20, choices=State.choices, default=State.QUEUED.value)
    records = models.JSONField(default=list)  # the events that its posting records
    made_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    printed_at = models.DateTimeField(null=True, blank=True)
    posted_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="letter_state_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.POSTED.value, posted_on__isnull=False)
                | (~models.Q(state=State.POSTED.value) & models.Q(posted_on__isnull=True)),
                name="a_letter_has_a_day_of_posting_once_posted",
            ),
            models.CheckConstraint(
                condition=models.Q(posted_on__isnull=True) | models.Q(posted_on__gte=models.F("made_on")),
                name="a_letter_is_not_posted_before_it_is_written",
            ),
        ]
        indexes = [models.Index(fields=["body", "state", "made_on", "id"], name="letters_of_a_body_to_post")]

    def __str__(self) -> str:
        return f"letter {self.pk} of case {self.case_id}"
