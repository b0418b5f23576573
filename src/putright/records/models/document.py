"""Which papers are in the file of a case?"""

from django.db import models

from putright.domain.chain import SALT_BYTES
from putright.records.models.case import Case
from putright.records.models.person import Person
from putright.records.models.stored_file import StoredFile


class Document(models.Model):
    """A paper: its words here, its file in the file store, or both. Disposal empties both; the digest stays."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    text = models.TextField(null=True, blank=True)
    file = models.ForeignKey(
        StoredFile,
        to_field="stored_as",
        db_column="stored_as",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
    )
    size = models.PositiveBigIntegerField()
    salt = models.CharField(max_length=2 * SALT_BYTES)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    disposed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="documents_of_a_case_have_different_numbers"),
            models.CheckConstraint(
                condition=models.Q(disposed_on__isnull=True)
                & (models.Q(text__isnull=False) | models.Q(file__isnull=False))
                | models.Q(disposed_on__isnull=False, text__isnull=True, file__isnull=True),
                name="a_document_has_content_until_it_is_disposed_of",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.number} of case {self.case_id}"

    @property
    def stored_as(self) -> str | None:
        """What its file is called in the file store, if it has one."""
        return self.file_id
