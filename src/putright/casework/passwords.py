"""Which passwords are good enough? Long ones that are on no list: nothing is said about their kinds of characters.

The guidance of the National Cyber Security Centre and NIST SP 800-63B: a length, a list of what is guessed first, no
rules of composition, no expiry, every character allowed.
"""

from string import ascii_lowercase, digits
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from putright.casework.errors import refused
from putright.records.models import Account

LONGEST_PASSWORD: Final = 1_000
FEWEST_DIFFERENT: Final = 5  # "aaaaaaaaaaaa" and "121212121212" are long, and among the first to be tried


class EasilyGuessed:
    """What a guesser tries before any list: a few characters over and over, a row of the alphabet, our own name."""

    ROWS: Final = (ascii_lowercase, digits * 2, "qwertyuiopasdfghjklzxcvbnm")
    OURS: Final = ("putright", "complaints", "complaint", "password", "passwort", "nhs")

    def validate(self, password: str, user: Account | None = None) -> None:
        """Raise ValidationError for such a password, as Django's validators do."""
        plain = "".join(symbol for symbol in password.lower() if symbol.isalnum())
        if len(set(password)) < FEWEST_DIFFERENT or self._is_a_row(plain) or self._is_our_name(plain):
            raise ValidationError("This password is among the first that are guessed. Choose another.", code="guessed")

    def get_help_text(self) -> str:
        """Say what is wanted."""
        return "Do not use one character over and over, a row of the keyboard or the name of this service."

    def _is_a_row(self, plain: str) -> bool:
        return any(plain and plain in way for row in self.ROWS for way in (row * 2, row[::-1] * 2))

    def _is_our_name(self, plain: str) -> bool:
        for name in self.OURS:
            plain = plain.replace(name, "")
        return not plain.strip(digits)


def set_password(account: Account, password: str) -> None:
    """Give an account a password that is good enough, and keep it; every session from before then ends."""
    try:
        validate_password(password, account)
    except ValidationError as weak:
        raise refused("weak-password", " ".join(weak.messages)) from None
    account.set_password(password)
    account.save()
