"""Who is this person, to one body?"""

from django.db import models

from putright.records.models.account import Account
from putright.records.models.body import Body


class Part(models.TextChoices):
    """Whether the body knows the person as one of its staff or as one of the public."""

    STAFF = "staff"
    PUBLIC = "public"


class Person(models.Model):
    """A human being as one body knows them; a row is never matched with another body's."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="people")
    part = models.CharField(max_length=10, choices=Part.choices)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    name = models.CharField(max_length=120)
    addressed_as = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=120, blank=True)
    team = models.CharField(max_length=80, blank=True)  # of staff: with whom they share their work
    address = models.TextField(blank=True)  # a line each
    home = models.CharField(max_length=60, blank=True)  # the area of the register where the person lives
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    needs = models.TextField(blank=True)  # in their own words
    adjustments = models.JSONField(default=list)  # of each what domain.adjustments calls it, and its detail
    adjustments_on = models.DateField(null=True, blank=True)  # when they were last asked
    born_on = models.DateField(null=True, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)
    left_on = models.DateField(null=True, blank=True)  # of staff: their last day
    email_agreed_on = models.DateField(null=True, blank=True)
    death_learnt_on = models.DateField(null=True, blank=True)  # since then no letter goes to them
    died_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(part=Part.STAFF.value) | models.Q(account__isnull=True),
                name="only_staff_have_an_account",
            ),
            models.CheckConstraint(
                condition=models.Q(died_on__isnull=True) | models.Q(death_learnt_on__gte=models.F("died_on")),
                name="a_death_is_not_learnt_of_before_it",
            ),
            models.UniqueConstraint(fields=["body", "account"], name="an_account_is_one_person_at_a_body"),
        ]
        indexes = [models.Index(fields=["body", "part", "name"], name="people_of_a_body_by_name")]

    def __str__(self) -> str:
        return f"person {self.pk}"
