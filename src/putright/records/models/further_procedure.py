"""Which of the procedures that a body adopted are for some of its cases only?"""

from django.db import models

from putright.records.models.procedure_version import ProcedureVersion


class FurtherProcedure(models.Model):
    """A version adopted beside the body's own: it governs a case once somebody puts the case under it."""

    version = models.OneToOneField(ProcedureVersion, on_delete=models.PROTECT, primary_key=True, related_name="further")

    def __str__(self) -> str:
        return f"further procedure {self.pk}"
