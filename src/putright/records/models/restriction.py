"""Which cases may be seen only by those who were given them, and who said so?"""

from django.db import models
from django.db.models import F, Q

from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person


class Restriction(models.Model):
    """A time in which a case was restricted, from the instant it was said to the instant it was lifted."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="restrictions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)  # the case's own
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(lifted_at__isnull=True), name="a_case_is_restricted_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__gte=F("made_at"), lifted_by__isnull=False),
                name="somebody_lifts_a_restriction_after_it_was_made",
            ),
        ]
        # Every list of cases leaves out those that are restricted to others: few, and read from this index alone.
        indexes = [
            models.Index(
                fields=["body", "case"], condition=Q(lifted_at__isnull=True), name="restricted_cases_of_a_body"
            )
        ]

    def __str__(self) -> str:
        return f"restriction {self.pk} of case {self.case_id}"
