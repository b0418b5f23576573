"""Who is away, from when until when, and who is there in their place?"""

from django.db import models
from django.db.models import F, Q

from putright.records.models.body import Body
from putright.records.models.person import Person


class Absence(models.Model):
    """A time for which somebody is away, both days included, and who has an eye on their cases meanwhile."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="absences", db_index=False)
    cover = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="covers", db_index=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # nothing while nobody knows
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="an_absence_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(condition=~Q(cover=F("person")), name="nobody_covers_for_themselves"),
        ]
        indexes = [
            models.Index(fields=["body", "from_on"], name="absences_of_a_body"),
            models.Index(fields=["person", "from_on"], name="absences_of_a_person"),
            models.Index(fields=["cover", "from_on"], name="absences_covered_by_a_person"),
        ]

    def __str__(self) -> str:
        return f"absence {self.pk}"
