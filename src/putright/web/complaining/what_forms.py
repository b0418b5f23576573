"""What happened, what should come of it, and who has been told already?"""

from __future__ import annotations

from functools import partial
from typing import Final

from putright.domain.issues import SUBJECT_WORDS
from putright.web.forms import Choice, PageForm, RadiosField, SelectField, TextareaField
from putright.web.journey import Answers, Question

MOST_TOLD: Final = 10
_WORDS_HINT: Final = "Say where it was, who was there and what was said or done. It does not have to be perfect."


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
    """The form of one of the things complained of; all but the last possible one ask whether there is another."""
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
    if number < MOST_TOLD:
        boxes[f"more_{number}"] = RadiosField(
            "Do you want to complain about something else as well?",
            (Choice("no", "No, that is all"), Choice("yes", "Yes, there is something else")),
            required="Choose whether there is something else",
            hint="If you tell us about each thing on its own, each one is answered.",
        )
    return type(f"Issue{number}Form", (PageForm,), boxes)


def issue_questions() -> tuple[Question, ...]:
    """The questions for each thing complained of, each asked once the one before says that there is another."""
    return tuple(
        Question(
            name="what-happened" if number == 1 else f"what-happened-{number}",
            title="What happened?" if number == 1 else "What else happened?",
            form=issue_form(number),
            asked=partial(_is_asked, number),
        )
        for number in range(1, MOST_TOLD + 1)
    )


def _is_asked(number: int, answers: Answers) -> bool:
    """Return whether the thing of this number is asked for: every one before it led on to the next."""
    return all(answers.one(f"more_{before}") == "yes" for before in range(1, number))
