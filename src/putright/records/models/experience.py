"""How did people say that their complaint was dealt with? Nothing here points to a case, a person, a day or a link."""

from uuid import uuid4

from django.db import models

from putright.records.models.body import Body


class ExperienceAnswer(models.Model):
    """What one person said of how it went: for which body, in which month, a figure a question, and their own words.

    Its number is chance, so that the order in which people answered cannot be read from it. That somebody has answered
    is a mark on the links of their case (`FollowLink.said_how_it_went`), which says neither when nor what.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    words = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__range=(1, 12)), name="what_people_say_is_kept_by_the_month"
            )
        ]
        indexes = [models.Index(fields=["body", "year", "month"], name="what_people_said_by_month")]

    def __str__(self) -> str:
        return f"what somebody said of how it went, in {self.year}-{self.month:02}"
