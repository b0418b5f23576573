"""Which workers are there, and when was each last seen?"""

from django.db import models


class Worker(models.Model):
    """One that does what is to be done in the background; it says now and then that it is still there."""

    name = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name
