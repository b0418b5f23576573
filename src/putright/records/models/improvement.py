"""What does a body change because of a complaint, who sees to it, and has it been done?"""

from django.db import models
from django.db.models import Q

from putright.domain.improvements import ImprovementState
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person


class Improvement(models.Model):
    """An improvement, in words that the whole body may read; its duty stands on the case, and outlives it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="improvements", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="improvements", db_index=False)
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry by which it was planned
    what = models.TextField()
    lesson = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    due_on = models.DateField()
    tells = models.BooleanField()  # whether the person who complained wants to hear of it
    state = models.CharField(max_length=20, default=ImprovementState.TO_DO.value)
    ended_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ImprovementState.TO_DO.value, ended_on__isnull=True)
                | Q(
                    state__in=[ImprovementState.DONE.value, ImprovementState.NOT_NEEDED.value],
                    ended_on__isnull=False,
                )
                & ~Q(evidence=""),
                name="an_improvement_ends_on_a_day_with_what_shows_it",
            ),
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_plans_one_improvement"),
        ]
        indexes = [
            models.Index(fields=["body", "state", "due_on", "id"], name="improvements_of_a_body"),
            models.Index(
                fields=["owner", "due_on", "id"],
                condition=Q(state=ImprovementState.TO_DO.value),
                name="improvements_of_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"improvement {self.pk} of case {self.case_id}"


class ImprovementChange(models.Model):
    """That another day was set for an improvement, or that somebody else sees to it: what was before, and why."""

    improvement = models.ForeignKey(Improvement, on_delete=models.PROTECT, related_name="changes")
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    # As it was before; nothing where that was left as it is.
    was_owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    was_due_on = models.DateField(null=True)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(was_owner__isnull=False) | Q(was_due_on__isnull=False),
                name="a_change_of_an_improvement_changes_something",
            ),
        ]

    def __str__(self) -> str:
        return f"change {self.pk} of improvement {self.improvement_id}"
