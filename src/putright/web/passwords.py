"""How does a page ask somebody to choose a password? Twice, with what makes one good."""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from putright.web.forms import PageForm, PasswordField

HINT: Final = (
    "At least 12 characters. Three or four words that do not belong together are good. Spaces and any other characters"
    " are allowed."
)
DIFFERENT: Final = "The two passwords are not the same"


class NewPasswordForm(PageForm):
    """A password, and the same again."""

    password = PasswordField(
        "Choose your password", required="Choose a password", hint=HINT, autocomplete="new-password"
    )
    again = PasswordField("The same password again", required="Enter it again", autocomplete="new-password")

    def clean(self) -> dict[str, Any] | None:
        """Compare the two."""
        cleaned = super().clean()
        password, again = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if password and again and password != again:
            self.add_error("again", DIFFERENT)
        return cleaned


class KnownPasswordForm(PageForm):
    """The password that somebody has already."""

    password = PasswordField(required="Enter your password")
