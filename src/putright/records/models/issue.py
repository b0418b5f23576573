"""What exactly is complained of?"""

from django.db import models

from putright.domain.issues import Outcome, Subject
from putright.domain.scope import WITHDRAWN, Ground
from putright.records.models.case import Case
from putright.records.models.document import Document


class Issue(models.Model):
    """One thing complained of, with its own subject, outcome and exclusion; its words stand in a document.

    `exclusion` says why it is not answered: a ground of the law, or that the person withdrew it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="issues")
    number = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=40)
    narrative = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, blank=True)
    conclusion = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    remedy_needed = models.BooleanField(null=True, blank=True)
    remedy = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    exclusion = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="issues_of_a_case_have_different_numbers"),
            models.CheckConstraint(
                condition=models.Q(subject__in=[subject.value for subject in Subject]),
                name="issue_subject_is_a_known_one",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=["", *(outcome.value for outcome in Outcome)]),
                name="issue_outcome_is_a_known_one",
            ),
            models.CheckConstraint(
                condition=models.Q(exclusion__in=["", WITHDRAWN, *(ground.value for ground in Ground)]),
                name="issue_exclusion_is_a_ground_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="") | models.Q(conclusion__isnull=False),
                name="an_issue_with_an_outcome_has_a_conclusion",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="") | models.Q(exclusion=""),
                name="an_excluded_issue_has_no_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"issue {self.number} of case {self.case_id}"
