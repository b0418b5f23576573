"""Which files are in the file store, and what is known of viruses in them?"""

from django.db import models

from putright.domain.scanning import TO_BE_SCANNED, Scan


class StoredFile(models.Model):
    """One content, stored once, whatever papers it is of. Whoever adds or removes the file holds this row."""

    stored_as = models.CharField(max_length=80, unique=True)
    size = models.PositiveBigIntegerField()
    scan = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Scan])
    virus = models.CharField(max_length=100, blank=True)  # the scanner's own name for it
    attempts = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField(null=True, blank=True)
    obstacle = models.CharField(max_length=40, blank=True)
    # How new what the scanner knew was when it last found nothing: once it knows more the file is scanned again.
    signatures_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scan__in=[each.value for each in Scan]), name="a_scan_has_come_as_far_as_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(scan=Scan.FOUND.value) | models.Q(virus=""),
                name="a_virus_is_named_where_one_was_found",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tried_at", "id"],
                name="files_to_be_scanned",
                condition=models.Q(scan__in=sorted(each.value for each in TO_BE_SCANNED)),
            ),
            models.Index(
                fields=["signatures_at", "id"],
                name="files_to_be_scanned_again",
                condition=models.Q(scan=Scan.CLEAN.value),
            ),
        ]

    def __str__(self) -> str:
        return f"file {self.stored_as}"
