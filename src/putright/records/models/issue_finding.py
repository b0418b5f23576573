"""What was found on an issue: what should have happened, what did, and what it meant for the person?"""

from django.db import models
from django.db.models import Q

from putright.records.models.case import Case
from putright.records.models.document import Document


class IssueFinding(models.Model):
    """A finding on one issue, its words in papers; the latest of an issue stands, earlier ones are kept."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="issue_findings", db_index=False)
    issue = models.PositiveSmallIntegerField()
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry that says so
    should = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", db_index=False)
    happened = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", db_index=False)
    fell_short = models.BooleanField()
    impact = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    severity = models.PositiveSmallIntegerField(null=True, blank=True)
    scale = models.CharField(max_length=40, blank=True)  # the version of the scale by which it was judged

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(fell_short=True, impact__isnull=False, severity__isnull=False) & ~Q(scale="")
                | Q(fell_short=False, severity__isnull=True, scale=""),
                name="what_fell_short_has_an_impact_and_a_severity",
            ),
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_is_of_one_finding"),
        ]
        indexes = [models.Index(fields=["case", "issue", "entry"], name="findings_of_a_case_by_issue")]

    def __str__(self) -> str:
        return f"finding {self.pk} on issue {self.issue} of case {self.case_id}"
