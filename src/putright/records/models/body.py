"""Which organisation is this?"""

from django.db import models

from putright.domain.returns import ReportsAs


class Body(models.Model):
    """An organisation that handles complaints here; everything else has its body."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    area = models.CharField(max_length=60, blank=True)  # of the register, for its advocates and its Healthwatch
    address = models.TextField(blank=True)  # a line each
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    # Which yearly return it makes; nothing while nobody has said.
    reports_as = models.CharField(max_length=20, blank=True, default="")
    website = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="body_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(reports_as__in=["", *(each.value for each in ReportsAs)]),
                name="body_reports_as_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.code
