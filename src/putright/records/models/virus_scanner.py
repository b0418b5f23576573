"""Does the virus scanner answer, and how new is what it knows?"""

from django.db import models


class VirusScanner(models.Model):
    """The scanner of this site: one row, which every process reads before it asks, and writes where that changes."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    away_since = models.DateTimeField(null=True, blank=True)  # empty while it answers
    obstacle = models.CharField(max_length=40, blank=True)
    ask_again_at = models.DateTimeField(null=True, blank=True)
    signatures_at = models.DateTimeField(null=True, blank=True)  # of when they are, as it says itself
    seen_at = models.DateTimeField(null=True, blank=True)  # when it last said so

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_virus_scanner"),
            models.CheckConstraint(
                condition=models.Q(away_since__isnull=True, ask_again_at__isnull=True, obstacle="")
                | models.Q(away_since__isnull=False, ask_again_at__isnull=False) & ~models.Q(obstacle=""),
                name="why_the_virus_scanner_is_away_is_known",
            ),
        ]

    def __str__(self) -> str:
        return "the virus scanner"
