"""Which secret links open a case to the person who complained?"""

from django.db import models

from putright.records.models.case import Case


class FollowLink(models.Model):
    """A link of 128 random bits, of which only the digest is kept."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="follow_links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    said_how_it_went = models.BooleanField(default=False)  # ExperienceAnswer does not point here

    def __str__(self) -> str:
        return f"link {self.pk} of case {self.case_id}"
