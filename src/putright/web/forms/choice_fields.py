"""Which questions are answered by choosing?"""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from putright.web.forms.look import SMALL, Choice, Component, look_for, said
from putright.web.language import translated

_NOT_LISTED = {
    "invalid_choice": _("Choose one of the answers listed"),
    "invalid_list": _("Choose from the answers listed"),
}


class RadiosField(forms.ChoiceField):
    """One of a few answers, all in sight."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        inline: bool = False,
        small: bool = False,
        optional_words: bool = True,
    ) -> None:
        """Ask for one of these; an answer may reveal further fields of the form.

        `optional_words` off leaves "(optional)" out where the page says so of all its questions.
        """
        shape = {"inline": inline, "small": small}
        asked = required or ("" if optional_words else "silently")
        self.look = look_for(
            Component.RADIOS, label, hint=hint, size=size, required=asked, choices=choices, parameters=shape
        )
        super().__init__(required=bool(required), choices=_pairs(choices), error_messages=said(required) | _NOT_LISTED)


class CheckboxesField(forms.MultipleChoiceField):
    """Any of a few answers; the value is a list."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        small: bool = False,
        optional_words: bool = True,
    ) -> None:
        """Ask for any of these; `optional_words` off leaves "(optional)" out where it would sound odd."""
        asked = required or ("" if optional_words else "silently")
        self.look = look_for(
            Component.CHECKBOXES,
            label,
            hint=hint,
            size=size,
            required=asked,
            choices=choices,
            parameters={"small": small},
        )
        super().__init__(required=bool(required), choices=_pairs(choices), error_messages=said(required) | _NOT_LISTED)

    def validate(self, value: list[str]) -> None:
        """Refuse an answer that excludes the others together with another."""
        super().validate(value)
        alone = next((choice for choice in self.look.choices if choice.alone and choice.value in value), None)
        if alone and len(value) > 1:
            wrong = gettext("Choose “%(answer)s” or the answers that apply, not both")
            raise ValidationError(wrong % {"answer": translated(alone.text)}, code="alone")


class SelectField(forms.ChoiceField):
    """One of many answers, in a list that opens; rather use radios up to about seven."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        required: str = "",
        hint: str = "",
        size: str = SMALL,
        unchosen: str = _("Choose one"),
    ) -> None:
        """Ask for one of these; `unchosen` are the words shown before one is chosen."""
        every = (Choice("", unchosen), *choices)
        self.look = look_for(Component.SELECT, label, hint=hint, size=size, required=required, choices=every)
        super().__init__(required=bool(required), choices=_pairs(every), error_messages=said(required) | _NOT_LISTED)


def _pairs(choices: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(choice.value, choice.text) for choice in choices]
