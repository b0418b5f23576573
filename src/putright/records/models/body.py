"""Which organisation is this?"""

from django.db import models


class Body(models.Model):
    """An organisation that handles complaints here; everything else has its body."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    area = models.CharField(max_length=60, blank=True)  # of the register, for its advocates and its Healthwatch
    address = models.TextField(blank=True)  # a line each
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    website = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="body_has_a_name")]

    def __str__(self) -> str:
        return self.code
