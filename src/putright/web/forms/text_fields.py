"""Which questions are answered by typing, and which answers have the right shape?"""

from __future__ import annotations

import re

# Django hands over posted values of any kind, hence Any.
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from putright.web.forms.look import SMALL, Component, look_for, said

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TELEPHONE = re.compile(r"\+?[0-9]{6,20}")
_LONGEST_TELEPHONE = 40


class TextField(forms.CharField):
    """One line of text. `width` is in characters: 2, 3, 4, 5, 10, 20 or 30."""

    def __init__(
        self,
        label: str,
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        max_length: int = 200,
        width: int = 0,
        autocomplete: str = "",
        spellcheck: bool | None = None,
        code: bool = False,
        inputmode: str = "",
    ) -> None:
        """Ask for one line; `code` is for references, in letters of one width."""
        shape = {"width": width, "autocomplete": autocomplete, "spellcheck": spellcheck, "code": code}
        shape |= {"inputmode": inputmode} if inputmode else {}
        self.look = look_for(Component.INPUT, label, hint=hint, size=size, required=required, parameters=shape)
        super().__init__(required=bool(required), max_length=None, error_messages=said(required))
        self.longest = max_length

    def to_python(self, value: Any) -> str:
        """Return the line without what no keyboard types."""
        return " ".join(_clean_text(super().to_python(value)).split("\n")).strip()

    def validate(self, value: Any) -> None:
        """Refuse a line that is too long, saying by how much."""
        super().validate(value)
        _refuse_too_long(value, self.longest)


class TextareaField(forms.CharField):
    """Text of several lines, with a count of what is left where `counted`."""

    def __init__(
        self,
        label: str,
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        max_length: int = 20_000,
        rows: int = 6,
        counted: bool = False,
    ) -> None:
        """Ask for several lines; the limit is in characters, a line's end being one."""
        shape: dict[str, object] = {"rows": rows}
        if counted:
            shape |= {"maxlength": max_length, "threshold": 75}
        self.look = look_for(Component.TEXTAREA, label, hint=hint, size=size, required=required, parameters=shape)
        super().__init__(required=bool(required), max_length=None, error_messages=said(required))
        self.longest = max_length

    def to_python(self, value: Any) -> str:
        """Return the text with each line's end one character, as the page counted it."""
        return _clean_text(super().to_python(value))

    def validate(self, value: Any) -> None:
        """Refuse a text that is too long, saying by how much."""
        super().validate(value)
        _refuse_too_long(value, self.longest)


class EmailField(forms.EmailField):
    """An e-mail address."""

    def __init__(
        self,
        label: str = _("Email address"),
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        autocomplete: str = "email",
    ) -> None:
        """Ask for an e-mail address."""
        shape = {"type": "email", "autocomplete": autocomplete, "spellcheck": False, "width": 30}
        self.look = look_for(Component.INPUT, label, hint=hint, size=size, required=required, parameters=shape)
        wrong = _("Enter an email address in the correct format, like name@example.org")
        too_long = _("The email address must be 254 characters or fewer")
        super().__init__(
            required=bool(required),
            max_length=254,
            error_messages=said(required) | {"invalid": wrong, "max_length": too_long},
        )


class TelField(forms.CharField):
    """A telephone number, kept as it was typed; an extension or a text relay prefix may be part of it."""

    def __init__(
        self,
        label: str = _("Telephone number"),
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        autocomplete: str = "tel",
    ) -> None:
        """Ask for a telephone number."""
        shape = {"type": "tel", "autocomplete": autocomplete, "width": 20}
        self.look = look_for(Component.INPUT, label, hint=hint, size=size, required=required, parameters=shape)
        super().__init__(required=bool(required), error_messages=said(required))

    def to_python(self, value: Any) -> str:
        """Return the number as typed, one space between its groups."""
        return " ".join(_clean_text(super().to_python(value)).split())

    def validate(self, value: Any) -> None:
        """Refuse what nobody could dial."""
        super().validate(value)
        dialled = re.sub(r"[\s().\-]|(ext\.?|extension|x)", "", str(value).lower())
        if value and not (_TELEPHONE.fullmatch(dialled) and len(value) <= _LONGEST_TELEPHONE):
            raise ValidationError(_("Enter a telephone number, like 01632 960001 or 07700 900982"), code="invalid")


class NumberField(forms.IntegerField):
    """A whole number."""

    def __init__(
        self,
        label: str,
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        least: int = 0,
        most: int = 999,
        suffix: str = "",
    ) -> None:
        """Ask for a whole number between two limits, both allowed."""
        shape = {"inputmode": "numeric", "width": max(2, len(str(most))), "suffix": suffix}
        self.look = look_for(Component.INPUT, label, hint=hint, size=size, required=required, parameters=shape)
        wrong = f"Enter a whole number from {least:,} to {most:,}"
        wrongs = {"invalid": wrong, "min_value": wrong, "max_value": wrong}
        super().__init__(
            required=bool(required), min_value=least, max_value=most, error_messages=said(required) | wrongs
        )


class PasswordField(forms.CharField):
    """A password: never drawn again, never stripped."""

    def __init__(
        self, label: str = "Password", *, required: str, autocomplete: str = "current-password", hint: str = ""
    ) -> None:
        """Ask for a password."""
        self.look = look_for(
            Component.PASSWORD, label, hint=hint, required=required, parameters={"autocomplete": autocomplete}
        )
        super().__init__(required=True, strip=False, max_length=1000, error_messages=said(required))


class HiddenField(forms.CharField):
    """What the page must send back and nobody types, such as the version of the case that was shown."""

    widget = forms.HiddenInput

    def __init__(self, *, required: bool = True, max_length: int = 200) -> None:
        """Carry a value along."""
        lost = _("This page has lost part of itself. Open it again and send your answer once more")
        self.look = look_for(Component.HIDDEN, "", required=lost)
        super().__init__(
            required=required, max_length=max_length, error_messages={"required": lost, "max_length": lost}
        )


def _clean_text(text: str | None) -> str:
    """Return the text with plain line ends and without control characters, which databases refuse."""
    return _CONTROL.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n"))


def _refuse_too_long(text: str, longest: int) -> None:
    if len(text) > longest:
        raise ValidationError(
            gettext("Shorten your answer to %(longest)s characters or fewer. It has %(length)s")
            % {"longest": f"{longest:,}", "length": f"{len(text):,}"},
            code="too-long",
        )
