"""What does every form of a page share: the day, what is wrong in order, and refusals shown beside mistakes?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

# Django's own types of posted data and cleaned values, hence Any.
from typing import Any, Final

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField

from putright.domain.duty import Refused
from putright.web.forms.date_field import DateField
from putright.web.forms.drawing import look_of, target_of
from putright.web.forms.file_field import FileField
from putright.web.language import translated
from putright.web.problems import Problem, told

# The button that takes a file off a form again.
REMOVE_FILE: Final = "remove_file"


class PageForm(forms.Form):
    """The form of a page. Override `clean` only to compare answers, and call this one first."""

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """Fill the form with what was posted, or else with `initial`; `today` is the day of the request."""
        super().__init__(data, files, initial=dict(initial or {}), auto_id="%s", use_required_attribute=False)
        self.today = today
        self.refusals: dict[str, Refused] = {}
        for field in self.fields.values():
            if isinstance(field, DateField):
                field.today = today

    # Buttons by which a form is only shown once more: nothing but the files chosen with it is judged. A page whose form
    # has any must do nothing where one was pressed.
    shown_again_by: tuple[str, ...] = ()

    def full_clean(self) -> None:
        """Judge the answers; where the form is only to be shown once more, the files alone."""
        super().full_clean()
        if self.is_bound and any(button in self.data for button in self.shown_again_by):
            files = {name for name, field in self.fields.items() if isinstance(field, FileField)}
            for name in set(self.errors) - files:
                del self.errors[name]

    def clean(self) -> dict[str, Any] | None:
        """Forget the answers, and the mistakes, of fields whose question was not revealed."""
        cleaned = super().clean()
        for name in self._unrevealed():
            self.errors.pop(name, None)
            self.cleaned_data[name] = self.fields[name].to_python(None)
        return cleaned

    @property
    def asked(self) -> tuple[BoundField, ...]:
        """Return the fields that stand on the page itself; those that an answer reveals are drawn with the answer."""
        revealed = {
            name for field in self.fields.values() for choice in look_of(field).choices for name in choice.reveals
        }
        return tuple(self[name] for name in self.fields if name not in revealed)

    def _unrevealed(self) -> list[str]:
        """Return the names of the fields behind answers that were not chosen."""
        hidden: list[str] = []
        revealed: set[str] = set()  # one answer may reveal what another, not chosen, would have revealed as well
        for name, field in self.fields.items():
            chosen = self.cleaned_data.get(name) or ()
            chosen = (chosen,) if isinstance(chosen, str) else chosen
            for choice in look_of(field).choices:
                if choice.value in chosen:
                    revealed.update(choice.reveals)
                else:
                    hidden += choice.reveals
        return [name for name in hidden if name not in revealed]

    def refuse(self, *refusals: Refused, field: str | None = None) -> None:
        """Show what the rules refuse among the mistakes of the page, or of one field."""
        for refusal in refusals:
            self.refusals[refusal.message] = refusal
            self.add_error(field, refusal.message)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong: first all that concerns the whole, then one mistake a field, in the page's order."""
        return tuple(
            self._problem(text, target_of(self, name))
            for name, texts in self._messages().items()
            for text in (texts if name == NON_FIELD_ERRORS else texts[:1])
        )

    def _problem(self, text: str, href: str) -> Problem:
        # What a form of ours says is written in the language of the page, its figures with it.
        refusal = self.refusals.get(text)
        words, is_english = told(refusal) if refusal else (translated(text), False)
        return Problem(words, href, refusal.authority if refusal else "", is_english=is_english)

    def _messages(self) -> dict[str, list[str]]:
        order = [NON_FIELD_ERRORS, *self.fields]
        return {name: [str(text) for text in self.errors[name]] for name in order if name in self.errors}
