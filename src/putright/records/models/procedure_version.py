"""Which words did a procedure have when a body adopted it?"""

from django.db import models

from putright.records.models.body import Body
from putright.records.models.person import Person


class ProcedureVersion(models.Model):
    """The text of a procedure as it was adopted; never altered (triggers refuse it). A law has no body."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="procedures")
    name = models.CharField(max_length=80)
    version = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20)
    source = models.TextField()
    digest = models.CharField(max_length=64)
    adopted_on = models.DateField()
    adopted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Adopted although the checker finds legal errors in it: the responsible person signed that the law binds instead.
    as_published = models.BooleanField(default=False)
    signed_off_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(as_published=False) | models.Q(signed_off_by__isnull=False),
                name="what_is_adopted_as_published_is_signed_off",
            ),
            models.UniqueConstraint(
                fields=["body", "digest", "adopted_on"], name="a_body_adopts_the_same_words_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["digest"], condition=models.Q(body__isnull=True), name="a_law_is_kept_once"
            ),
        ]
        indexes = [models.Index(fields=["body", "adopted_on"], name="procedures_of_a_body_by_date")]

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:8]}"
