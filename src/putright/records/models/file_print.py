"""Which whole files were asked for as a PDF, and how far has each come?"""

from django.db import models

from putright.records.models.case import Case
from putright.records.models.person import Person


class Making(models.TextChoices):
    """How far it has come."""

    ASKED = "asked"
    MADE = "made"
    FAILED = "failed"


class FilePrint(models.Model):
    """The file of a case as somebody asked for it, in one part or several; kept for a day, for them alone.

    Whoever makes it holds it until `held_until`; after that anybody may begin it again.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="prints")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    making = models.CharField(max_length=10, choices=Making.choices, default=Making.ASKED.value)
    laid = models.PositiveIntegerField(default=0)  # papers so far
    papers = models.PositiveIntegerField(default=0)
    parts = models.JSONField(default=list)  # of each part: what it is called on the disk, its pages, its papers
    trouble = models.CharField(max_length=40, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(making__in=[each.value for each in Making]), name="a_file_is_made_or_to_be_made"
            )
        ]
        indexes = [models.Index(fields=["making", "asked_at"], name="files_to_make")]

    def __str__(self) -> str:
        return f"file {self.pk} of case {self.case_id}"
