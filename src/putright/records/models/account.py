"""Who can sign in?"""

from typing import TYPE_CHECKING

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from putright.records.models.appointment import Appointment


class Account(AbstractBaseUser):
    """What one human signs in with; what they are at each body is said by their appointments there."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    sessions_ended = models.PositiveIntegerField(default=0)  # how often: a session is good until this is counted on

    # When somebody signed in is kept in SignInAttempt, beside the attempts that failed.
    last_login = None  # taken out of the inherited columns

    # Not a column: what was read together with the account, by whoever read it so.
    held: "tuple[Appointment, ...] | None" = None
    helps: bool = False  # of whoever holds something somewhere: whether somebody names them as their advocate too

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="account_email_is_in_small_letters"),
            models.CheckConstraint(condition=~models.Q(name=""), name="account_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what each session must agree with: it changes with the password, and when all sessions are ended."""
        said = f"{self.password} {self.sessions_ended}"
        return salted_hmac("putright.session", said, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        """Return the name to show to the person themselves."""
        return self.name
