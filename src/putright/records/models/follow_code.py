"""Which codes were sent that open a complaint for a few minutes, or show that an address is the person's own?"""

from django.db import models

from putright.records.models.case import Case


class Purpose(models.TextChoices):
    """What a code is for."""

    OPEN = "open"
    NEW_EMAIL = "new-email"


class FollowCode(models.Model):
    """A code of six digits, of which only a keyed digest is kept, for a day.

    There is a row for whatever is asked for: where nothing matched it names no case, and no digits open it. So whoever
    asks, and whoever tries digits, sees the same.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    # To open: a keyed digest of where it was asked to go.
    contact = models.CharField(max_length=64, blank=True, default="", db_default="")
    to = models.EmailField(max_length=254, blank=True)  # of a new address alone: the one that is to be shown good
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(db_index=True)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose=Purpose.OPEN.value, to="")
                | (models.Q(purpose=Purpose.NEW_EMAIL.value, case__isnull=False) & ~models.Q(to="")),
                name="a_code_for_a_new_address_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"code {self.pk}"
