"""What must whoever meets or rings a person know for safety's sake: said when, by whom, why, and until when?"""

from django.db import models
from django.db.models import F, Q

from putright.domain.safety import Danger, SafetyStep
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person


class SafetyFlag(models.Model):
    """One step of a flag: set, kept or lifted; only ever added to. `flag` is the entry of the case that set it.

    The words stand here and not among the papers of the case, so that no file that is handed to anybody holds them.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    flag = models.PositiveIntegerField()
    entry = models.PositiveIntegerField()
    step = models.CharField(max_length=10)
    danger = models.CharField(max_length=30)
    what_to_do = models.TextField()
    why = models.TextField()
    on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_is_of_one_safety_flag"),
            models.CheckConstraint(
                condition=Q(step__in=[step.value for step in SafetyStep]), name="a_safety_step_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=Q(danger__in=[danger.value for danger in Danger]), name="a_danger_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(step=SafetyStep.LIFTED.value, review_on__isnull=True)
                | Q(review_on__isnull=False, review_on__gt=F("on")),
                name="a_safety_flag_is_looked_at_again",
            ),
        ]
        indexes = [models.Index(fields=["person", "id"], name="safety_flags_of_a_person")]

    def __str__(self) -> str:
        return f"step {self.pk} of a safety flag"
