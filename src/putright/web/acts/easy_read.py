"""How is a response written in easy read: a line an idea, a picture beside it, and what would make it easier?"""

from __future__ import annotations

# What an action is told is of many types, hence Any.
from typing import Any

from putright.casework.actions.write_easy_read import write_easy_read
from putright.casework.queries.easy_read_shown import easy_read_shown
from putright.domain.easy_read import (
    AUTHORITY,
    GOES_WORDS,
    PART_WORDS,
    EasyPart,
    EasyRead,
    Goes,
    as_typed,
    hints_for,
    lines_from,
)
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, RadiosField, TextareaField

_HINTS = {
    EasyPart.TOLD: "Such as: You waited 5 hours. | A clock",
    EasyPart.FOUND: "At least one line for each issue: whether we got it wrong, and that we are sorry.",
    EasyPart.NEXT: "What we do, by when, and what the person can do.",
    EasyPart.UNHAPPY: "That they can tell us, and that they can go to the Ombudsman. How to reach both is added.",
}
_GOES_HINTS = {
    Goes.WITH: "The person gets both letters.",
    Goes.INSTEAD: "Only if they asked for that. The response is signed and kept all the same, and they can have it.",
}


class EasyReadForm(ActForm):
    """The parts of an easy read version, a line an idea."""

    told = TextareaField(PART_WORDS[EasyPart.TOLD], rows=4)
    found = TextareaField(PART_WORDS[EasyPart.FOUND], required="Say what you found", rows=6)
    next = TextareaField(PART_WORDS[EasyPart.NEXT], required="Say what happens now", rows=5)
    unhappy = TextareaField(
        PART_WORDS[EasyPart.UNHAPPY], required="Say what the person can do if they are not happy", rows=4
    )
    goes = RadiosField(
        "How does it go to the person?",
        tuple(Choice(goes, words, _GOES_HINTS[goes]) for goes, words in GOES_WORDS.items()),
        required="Choose how it goes",
    )
    field_order = (*(part.value for part in EasyPart), "goes")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what was written before."""
        written = easy_read_shown(self.about.actor, self.about.case.reference).written
        if written is None:
            return {"unhappy": "You can tell us.\nYou can go to the Ombudsman.", "goes": Goes.WITH}
        return {**{part.value: as_typed(written.lines(part)) for part in EasyPart}, "goes": written.goes}

    def fit(self) -> None:
        """Say of each part what would make its lines easier."""
        del self.fields["on"]
        for part in EasyPart:
            typed = self.data.get(part.value) if self.is_bound else self.initial.get(part.value)
            self.explain(part.value, " ".join((_HINTS[part], *hints_for(lines_from(typed or "")))))

    def said(self) -> dict[str, Any]:
        """Say the version."""
        answers = self.cleaned_data
        parts: dict[str, Any] = {part.value: lines_from(answers[part.value]) for part in EasyPart}
        return {"easy": EasyRead(**parts, goes=Goes(answers["goes"]))}


ACTS = (
    Act(
        name="write_easy_read",
        title="Write the response in easy read",
        button="See the draft",
        done="The easy read version is kept, and is signed with the response",
        action=write_easy_read,
        form=EasyReadForm,
        asks=(
            "Write one idea on each line, in short sentences and everyday words. After an upright stroke (|) say what"
            " the picture beside it shows. It says the same as the response; nothing is made up or left out to please."
            " Have somebody who uses easy read look at it if you can."
        ),
        authority=AUTHORITY,
        has_letter=True,
    ),
)
