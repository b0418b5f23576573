"""What is owed on a case, kept to sort and count by?"""

from django.db import models

from putright.domain.vocabulary import DutyState
from putright.records.models.case import Case


class Duty(models.Model):
    """A duty as `position` gave it on the day the case was computed; nothing else writes it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="duties", db_index=False)
    place = models.PositiveSmallIntegerField()
    identifier = models.CharField(max_length=100)
    procedure = models.CharField(max_length=80)
    step = models.CharField(max_length=80)
    who = models.CharField(max_length=60, blank=True)
    authority = models.CharField(max_length=20)
    promise = models.TextField()
    about = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20)
    starts_on = models.DateField(null=True, blank=True)
    original_due_on = models.DateField(null=True, blank=True)  # before it was moved: the day that was told first
    due_on = models.DateField(null=True, blank=True)
    binding_on = models.DateField(null=True, blank=True)
    missed_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    counts = models.BooleanField()  # whether it decides where the case stands in the worklist

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "place"], name="duties_of_a_case_have_different_places"),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in DutyState]), name="duty_state_is_a_known_one"
            ),
        ]

    def __str__(self) -> str:
        return f"duty {self.identifier} of case {self.case_id}"
