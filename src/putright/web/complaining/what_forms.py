"""What happened, what should come of it, and is there something else?"""

from __future__ import annotations

from typing import Final

from putright.domain.issues import SUBJECT_WORDS
from putright.web.forms import Choice, PageForm, RadiosField, SelectField, TextareaField

_WORDS_HINT: Final = "Say where it was, who was there and what was said or done. It does not have to be perfect."
MORE: Final = "Do you want to complain about anything else?"


class WantedForm(PageForm):
    """What the person would like to happen."""

    wanted = TextareaField(
        "What would you like to happen now?",
        hint="For example: an explanation, an apology, a new appointment, or a change so that it does not happen"
        " to others.",
        max_length=5_000,
        rows=5,
    )


def issue_form(number: int) -> type[PageForm]:
    """The form of one of the things complained of."""
    boxes: dict[str, object] = {
        "__doc__": "One thing complained of.",
        f"subject_{number}": SelectField(
            "What is it mostly about?",
            [Choice(subject.value, words) for subject, words in SUBJECT_WORDS.items()],
            required="Choose what it is mostly about",
            unchosen="Choose the nearest",
        ),
        f"words_{number}": TextareaField(
            "Tell us in your own words",
            required="Tell us what happened, in your own words",
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
        (Choice("no", "No, that is all"), Choice("yes", "Yes, there is something else")),
        required="Choose whether there is anything else",
        hint="If you tell us about each thing on its own, each one is answered.",
    )
    return type(
        f"More{number}Form", (PageForm,), {"__doc__": "Whether there is something else.", f"more_{number}": more}
    )
