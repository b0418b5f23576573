"""Which complaint is this, whichever body holds it?"""

from django.db import models

from putright.records.models.body import Body


class Complaint(models.Model):
    """What was said, with the identity given where it was first received, which travels with it."""

    identity = models.CharField(max_length=32, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="complaints")
    first_received_on = models.DateField()
    # Of the form it was sent in with, so that sending the form twice makes one complaint.
    form_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.identity
