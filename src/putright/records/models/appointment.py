"""Who holds which role at a body, from when until when, and who authorised it?"""

from django.db import models

from putright.domain.roles import AUTHORISED, Role
from putright.records.models.body import Body
from putright.records.models.person import Person


class Appointment(models.Model):
    """A person in a role for a time, both days included; ended by its last day, never replaced."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=40)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    authorised_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="authorised"
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True) | models.Q(until_on__gte=models.F("from_on")),
                name="appointment_does_not_end_before_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="appointment_is_to_a_known_role"
            ),
            models.CheckConstraint(
                condition=~models.Q(role__in=sorted(role.value for role in AUTHORISED))
                | models.Q(authorised_by__isnull=False),
                name="somebody_authorised_each_who_acts_for_another",
            ),
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(until_on__isnull=True),
                name="nobody_holds_a_role_twice_at_once",
            ),
        ]
        indexes = [models.Index(fields=["body", "role", "from_on"], name="appointments_of_a_body_by_role")]

    def __str__(self) -> str:
        return f"appointment {self.pk}"
