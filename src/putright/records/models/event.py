"""What happened on a case?"""

from django.db import models

from putright.records.models.case import Case
from putright.records.models.person import Person


class Event(models.Model):
    """One entry of the chronology: codes, dates, identifiers and digests, never narrative or names.

    Only ever added: triggers of the database refuse to alter or take away an entry, and each is sealed with the one
    before it (`domain/chain.py`).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events", db_index=False)
    number = models.PositiveIntegerField()
    event = models.CharField(max_length=60)
    on = models.DateField()
    at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    about = models.PositiveIntegerField(null=True, blank=True)
    issue = models.PositiveSmallIntegerField(null=True, blank=True)
    corrects = models.PositiveIntegerField(null=True, blank=True)
    facts = models.JSONField(default=dict)
    papers = models.JSONField(default=list)  # [number of the document, its salted digest]
    seal = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="events_of_a_case_are_numbered"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="the_first_event_is_number_one"),
            models.CheckConstraint(
                condition=models.Q(about__isnull=True) | models.Q(about__lt=models.F("number")),
                name="a_reply_comes_after_what_it_answers",
            ),
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True) | models.Q(corrects__lt=models.F("number")),
                name="a_correction_comes_after_what_it_corrects",
            ),
        ]

    def __str__(self) -> str:
        return f"event {self.number} of case {self.case_id}"
