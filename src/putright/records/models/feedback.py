"""What did somebody say who did not complain, what was done about it, and who has looked?"""

from django.db import models

from putright.domain.channels import Channel
from putright.domain.feedback import Ending, FeedbackKind, FeedbackState, Rating
from putright.domain.sought import LONGEST_KEY, KeyKind
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person


class Feedback(models.Model):
    """A concern, a question, a compliment or a comment; how it stands follows from its entries."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()  # of those of its body
    kind = models.CharField(max_length=20)
    channel = models.CharField(max_length=20)
    received_on = models.DateField()
    words = models.TextField(blank=True)
    where = models.CharField(max_length=120, blank=True)
    rating = models.CharField(max_length=20, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="feedback")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    # Derived from the entries.
    state = models.CharField(max_length=10, default=FeedbackState.OPEN.value)
    ending = models.CharField(max_length=20, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="feedback_of_a_body_is_numbered"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in FeedbackKind]), name="feedback_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=[each.value for each in Channel]),
                name="feedback_came_by_a_known_channel",
            ),
            models.CheckConstraint(
                condition=models.Q(rating__in=["", *(each.value for each in Rating)]), name="a_rating_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state="complaint", case__isnull=False)
                | models.Q(state__in=["open", "closed"], case__isnull=True),
                name="feedback_that_became_a_complaint_names_its_case",
            ),
            models.CheckConstraint(
                condition=models.Q(state="closed", closed_on__isnull=False, ending__in=[each.value for each in Ending])
                | (~models.Q(state="closed")),
                name="feedback_that_is_closed_says_how",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state", "due_on", "received_on", "id"], name="feedback_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"feedback {self.pk}"


class FeedbackEntry(models.Model):
    """One thing that happened to it: codes and days, never words; only ever added to."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="entries", db_index=False)
    number = models.PositiveIntegerField()
    event = models.CharField(max_length=40)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "number"], name="entries_of_feedback_are_numbered"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="the_first_entry_is_number_one"),
        ]

    def __str__(self) -> str:
        return f"entry {self.number} of feedback {self.feedback_id}"


class FeedbackNote(models.Model):
    """The words that go with an entry: apart from it, so that they can be destroyed when their time is up."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="notes", db_index=False)
    entry = models.PositiveIntegerField()
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feedback", "entry"], name="an_entry_of_feedback_has_one_note")]

    def __str__(self) -> str:
        return f"note {self.entry} of feedback {self.feedback_id}"


class FeedbackKey(models.Model):
    """A word or number of the person, in the form in which it is looked up; derived."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=LONGEST_KEY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "kind", "key"], name="feedback_is_found_by_a_key_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in KeyKind]), name="a_key_of_feedback_is_known"
            ),
        ]
        indexes = [models.Index(fields=["body", "kind", "key", "feedback"], name="feedback_by_its_keys")]

    def __str__(self) -> str:
        return f"key {self.pk} of feedback {self.feedback_id}"


class FeedbackLook(models.Model):
    """That somebody looked at it; only ever added to."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="looks", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    was_found = models.BooleanField(default=False)  # among others, not opened
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["feedback", "at"], name="looks_at_feedback_by_time"),
            models.Index(fields=["person", "at"], name="looks_at_feedback_by_person"),
        ]

    def __str__(self) -> str:
        return f"look {self.pk} at feedback {self.feedback_id}"
