"""What happened, what should come of it, and is there something else?"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from putright.domain.issues import SUBJECT_WORDS
from putright.web.forms import Choice, PageForm, RadiosField, SelectField, TextareaField

_WORDS_HINT: Final = _("Say where it was, who was there and what was said or done. It does not have to be perfect.")
MORE: Final = _("Do you want to complain about anything else?")


class WantedForm(PageForm):
    """What the person would like to happen."""

    wanted = TextareaField(
        _("What would you like to happen now?"),
        hint=_(
            "For example: an explanation, an apology, a new appointment, or a change so that it does not happen"
            " to others."
        ),
        max_length=5_000,
        rows=5,
    )


def issue_form(number: int) -> type[PageForm]:
    """The form of one of the things complained of."""
    boxes: dict[str, object] = {
        "__doc__": "One thing complained of.",
        f"subject_{number}": SelectField(
            _("What is it mostly about?"),
            [Choice(subject.value, words) for subject, words in SUBJECT_WORDS.items()],
            required=_("Choose what it is mostly about"),
            unchosen=_("Choose the nearest"),
        ),
        f"words_{number}": TextareaField(
            _("Tell us in your own words"),
            required=_("Tell us what happened, in your own words"),
            hint=_WORDS_HINT,
            rows=10,
            counted=True,
        ),
    }
    return type(f"Issue{number}Form", (PageForm,), boxes)


def more_form(number: int) -> type[PageForm]:
    """The form that asks whether there is something else, after so many things."""
    more = RadiosField(
        MORE,
        (Choice("no", _("No, that is all")), Choice("yes", _("Yes, there is something else"))),
        required=_("Choose whether there is anything else"),
        hint=_("If you tell us about each thing on its own, each one is answered."),
    )
    return type(
        f"More{number}Form", (PageForm,), {"__doc__": "Whether there is something else.", f"more_{number}": more}
    )
