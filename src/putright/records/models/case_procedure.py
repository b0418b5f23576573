"""Which procedures does a case run under?"""

from django.db import models

from putright.records.models.case import Case
from putright.records.models.procedure_version import ProcedureVersion


class CaseProcedure(models.Model):
    """A version of a procedure, or of the law, over a case; the body's own stands first."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="procedures")
    procedure = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "place", "from_on"], name="one_procedure_in_one_place_of_a_case"),
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True) | models.Q(until_on__gte=models.F("from_on")),
                name="a_procedure_does_not_end_before_it_applies",
            ),
        ]

    def __str__(self) -> str:
        return f"procedure {self.place} of case {self.case_id}"
