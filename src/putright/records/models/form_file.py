"""Which files were chosen on a form that has not been sent yet?"""

from django.db import models

from putright.records.models.stored_file import StoredFile


class FormFile(models.Model):
    """A file kept for a form while it is filled in; swept away with the form if it is never sent."""

    form_digest = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, to_field="stored_as", on_delete=models.PROTECT, related_name="form_files")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["form_digest", "number"], name="files_of_a_form_have_different_numbers")
        ]

    def __str__(self) -> str:
        return f"file {self.number} of a form"
