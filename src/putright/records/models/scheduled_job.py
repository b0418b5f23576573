"""When did each piece of background work last run, how did it go, and when is it due again?"""

from django.db import models


class ScheduledJob(models.Model):
    """A job of the schedule; whoever does it holds it until `held_until`."""

    name = models.CharField(max_length=40, unique=True)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    succeeded_at = models.DateTimeField(null=True, blank=True)
    held_by = models.CharField(max_length=40, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    result = models.CharField(max_length=200, blank=True)
    failures = models.PositiveIntegerField(default=0)  # one after the other, since it last succeeded

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="a_job_has_a_name")]

    def __str__(self) -> str:
        return self.name
