"""Which NHS organisations were read from the published lists, and from which lists?"""

from django.db import models

from putright.domain.organisations import Report, Standing


class PublishedOrganisation(models.Model):
    """An organisation as a list named it last; it is never taken away, and is ended once no list names it."""

    report = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Report])
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=400, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    postcode_key = models.CharField(max_length=10, blank=True)  # without its space, as people may type it
    telephone = models.CharField(max_length=40, blank=True)
    board = models.CharField(max_length=10, blank=True)
    parent = models.CharField(max_length=10, blank=True)
    setting = models.CharField(max_length=10, blank=True)
    standing = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Standing])
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    seen_on = models.DateField()  # the day of the last list that named it
    gone_since = models.DateField(null=True, blank=True)  # the day of the first list that named it no more

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "code"], name="an_organisation_stands_once_in_a_list"),
            models.CheckConstraint(
                condition=models.Q(gone_since__isnull=True) | models.Q(gone_since__gte=models.F("seen_on")),
                name="an_organisation_is_gone_after_it_was_seen",
            ),
        ]
        indexes = [models.Index(fields=["report", "postcode_key"], name="organisations_of_a_postcode")]

    def __str__(self) -> str:
        return self.code


class PublishedList(models.Model):
    """A list that was read: of which day, and what it changed."""

    report = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Report])
    dated_on = models.DateField()
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    altered = models.PositiveIntegerField()
    closed = models.PositiveIntegerField()
    gone = models.PositiveIntegerField()
    back = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "dated_on", "digest"], name="a_list_of_a_day_is_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.report} of {self.dated_on}"


class OrganisationSuccession(models.Model):
    """Which organisation took the place of another, and since which day."""

    code = models.CharField(max_length=10)
    became = models.CharField(max_length=10)
    since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "became"], name="an_organisation_becomes_another_once"),
            models.CheckConstraint(condition=~models.Q(code=models.F("became")), name="nobody_succeeds_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.code} became {self.became}"
