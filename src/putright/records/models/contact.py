"""What was done about how a person contacts a body: step by step, over all their cases?"""

from django.db import models
from django.db.models import F, Q

from putright.domain.contact import Rung
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.document import Document
from putright.records.models.person import Person


class ContactRecord(models.Model):
    """A person and a body, as far as how the one contacts the other; begun with the first step."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contact_records")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"contact record {self.pk}"


class ContactPerson(models.Model):
    """That the person who makes a case is the one of a record: somebody has looked, and said why."""

    record = models.ForeignKey(ContactRecord, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry that says so
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # found to be somebody else

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="a_person_has_one_contact_record"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at")),
                name="a_person_is_not_told_apart_before_they_were_known",
            ),
        ]

    def __str__(self) -> str:
        return f"person {self.person_id} of contact record {self.record_id}"


class ContactStep(models.Model):
    """One step, as it was decided; only ever added. A warning or a limit counts once its letter has gone."""

    record = models.ForeignKey(ContactRecord, on_delete=models.PROTECT, related_name="steps")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")  # on whose page it was decided
    rung = models.CharField(max_length=20)
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    terms = models.CharField(max_length=120, blank=True)  # their codes, with commas between
    arranged = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    letter = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rung__in=[rung.value for rung in Rung]), name="a_contact_step_is_of_a_known_rung"
            ),
            models.CheckConstraint(
                condition=~Q(rung__in=[Rung.LIMIT.value, Rung.RENEWAL.value])
                | Q(until__gt=F("on"), arranged__isnull=False, letter__isnull=False),
                name="a_limit_has_a_last_day_and_a_letter",
            ),
        ]

    def __str__(self) -> str:
        return f"contact step {self.pk}"
