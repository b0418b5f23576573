"""To whom was a case given, in which role, from when until when, and by whom?"""

from django.db import models
from django.db.models import F, Q

from putright.domain.roles import Role, can_be_given
from putright.records.models.case import Case
from putright.records.models.person import Person


class CasePart(models.Model):
    """A person's part in a case for a time, both days included; taken back at an instant, never replaced."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="case_parts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=40)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry that says so
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role if can_be_given(role)]),
                name="a_case_is_given_in_a_role_that_can_be",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="a_part_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at")),
                name="a_part_is_not_taken_back_before_it_is_given",
            ),
            models.UniqueConstraint(
                fields=["case", "person", "role"],
                condition=Q(ended_at__isnull=True, until_on__isnull=True),
                name="nobody_is_given_a_case_twice_at_once",
            ),
        ]
        # Every list of whoever was given a case asks for these: read from this index alone.
        indexes = [
            models.Index(
                fields=["person", "role", "from_on", "until_on", "case"],
                condition=Q(ended_at__isnull=True),
                name="cases_that_a_person_was_given",
            )
        ]

    def __str__(self) -> str:
        return f"part {self.pk} in case {self.case_id}"
