"""Who has looked at a case?"""

from django.db import models

from putright.records.models.case import Case
from putright.records.models.person import Person


class ReadLog(models.Model):
    """One look at a case or a paper of it, kept outside the chain; no person means the holder of the follow link."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reads", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField(max_length=40)
    document = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case", "at"], name="reads_of_a_case_by_time")]

    def __str__(self) -> str:
        return f"read {self.pk} of case {self.case_id}"
