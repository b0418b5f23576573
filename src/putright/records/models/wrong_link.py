"""Who tried to follow a case with a link that opens nothing, and when?"""

from django.db import models


class WrongLink(models.Model):
    """One attempt; `who` is a keyed digest of the visitor's network address, and what was tried is not kept."""

    who = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["who", "at"], name="wrong_links_by_who_and_when")]

    def __str__(self) -> str:
        return f"wrong link {self.pk}"
