"""Who has been told of it already, what became of that, and was another organisation part of it?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.utils.translation import gettext_noop as _

from putright.casework.other_bodies import UNLISTED, bodies_to_choose
from putright.domain.raised_before import RaisedBefore
from putright.web.forms import Choice, PageForm, RadiosField, SelectField, TextareaField, TextField
from putright.web.journey import Answers

TOGETHER: Final = _("Was another organisation part of it?")
_WHICH: Final = _("Choose the other organisation")
_WHEN_HINT: Final = _("A month or a year is enough. For example: March 2026")


class BeforeForm(PageForm):
    """Whether the same matter was complained of before, and what became of it: regulation 8(1)(e)."""

    before = RadiosField(
        _("Have you complained about this before?"),
        (
            Choice("no", _("No, this is the first time")),
            Choice(
                RaisedBefore.PENDING.value,
                _("Yes, and they are still looking into it"),
                _("You can complain to us too. We ask you before we talk to them."),
                reveals=("pending_whom", "pending_when"),
            ),
            Choice(
                RaisedBefore.ANSWERED.value,
                _("Yes, and they have answered"),
                _("You can still send this. We ask you what is left to look at."),
                reveals=("answered_whom", "answered_when", "answered_said"),
            ),
        ),
        hint=_("To us, or to another organisation."),
        required=_("Choose whether you have complained about this before"),
    )
    pending_whom = TextField(_("Who is looking into it?"), required=_("Say who is looking into it"), max_length=300)
    pending_when = TextField(_("When did you complain to them?"), hint=_WHEN_HINT, max_length=200)
    answered_whom = TextField(_("Who answered you?"), required=_("Say who answered you"), max_length=300)
    answered_when = TextField(_("When did they answer?"), hint=_WHEN_HINT, max_length=200)
    answered_said = TextareaField(_("What did they say?"), rows=4, max_length=5_000)


class AgainForm(PageForm):
    """What is left to look at after an answer."""

    again = TextareaField(
        _("What would you like us to look at now?"),
        hint=_("For example: something new happened, or they left something out."),
        rows=5,
        max_length=5_000,
    )


class TogetherForm(PageForm):
    """Which other organisation was part of it, and whether it may be told: regulation 9."""

    together = RadiosField(
        TOGETHER,
        (
            Choice("no", _("No, only this one")),
            Choice("yes", _("Yes, another one too"), reveals=("together_with", "together_name", "share")),
            Choice("unsure", _("I do not know")),
        ),
        hint=_("For example, a hospital and an ambulance service. They can work together and give you one answer."),
        required=_("Choose whether another organisation was part of it"),
    )
    together_with = SelectField(_("Which one?"), (), required=_WHICH)
    together_name = TextField(_("Its name, if it is not in the list"), max_length=200, spellcheck=False)
    share = RadiosField(
        _("May we show them your complaint?"),
        (
            Choice("yes", _("Yes, ask them to look into it with us")),
            Choice("no", _("No, do not tell them"), _("Then we answer for our part alone.")),
        ),
        hint=_("They are told only what they need to look into it. You can change your mind."),
        required=_("Choose whether we may show them your complaint"),
    )

    def __init__(self, *given: Any, answered: Answers, **more: Any) -> None:
        """Offer the organisations that the register knows today, but for the one that is complained to."""
        super().__init__(*given, **more)
        known = [Choice(code, name) for code, name in bodies_to_choose(self.today) if code != answered.one("to")]
        self.fields["together_with"] = SelectField(
            _("Which one?"), [Choice(UNLISTED, _("One that is not in this list")), *known], required=_WHICH
        )

    def clean(self) -> dict[str, Any] | None:
        """Ask for the name of one that is not in the list."""
        cleaned = super().clean()
        if self.cleaned_data.get("together_with") == UNLISTED and not self.cleaned_data.get("together_name"):
            self.add_error("together_name", _("Enter the name of the other organisation"))
        return cleaned


def was_answered(answers: Answers) -> bool:
    """Whether a complaint about it was answered before."""
    return answers.one("before") == RaisedBefore.ANSWERED.value
