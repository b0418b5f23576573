"""What is asked when somebody says what they need so that they can read, talk and meet?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.record_adjustments import record_adjustments
from putright.domain.adjustments import (
    ADJUSTMENT_WORDS,
    DETAIL_ASKED,
    DETAIL_WELCOME,
    LONGEST_DETAIL,
    Adjustment,
    Need,
)
from putright.domain.deaths import Who
from putright.web.acts.act import Act, ActForm
from putright.web.forms import CheckboxesField, Choice, RadiosField, TextareaField, TextField

_ASKED: Final = {**{each: asked for each, (asked, _) in DETAIL_ASKED.items()}, **DETAIL_WELCOME}


def _box(adjustment: Adjustment) -> str:
    return f"detail_{adjustment.value.replace('-', '_')}"


class NeedsForm(ActForm):
    """All that somebody needs now, and how they said so."""

    who = RadiosField("Who?", (), required="Choose who it is about")
    needs = CheckboxesField(
        "What do they need?",
        tuple(
            Choice(each, words, reveals=(_box(each),) if each in _ASKED else ())
            for each, words in ADJUSTMENT_WORDS.items()
        ),
        hint="All of it: this takes the place of what was recorded before. Choose nothing if they need nothing.",
        optional_words=False,
    )
    words = TextareaField(
        "How did they say so?",
        hint="Such as: on the telephone; the ward told us, and she confirmed it. It is kept on the file.",
        rows=2,
    )
    field_order = ("who", "needs", *(_box(each) for each in _ASKED), "words", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what is recorded of whoever complains; where two can be meant, with nobody's."""
        if self.about.case.patient is not None:
            return {}
        recorded = self.about.case.complainant.adjustments
        details = {_box(need.adjustment): need.detail for need in recorded if need.adjustment in _ASKED}
        return {"who": Who.COMPLAINANT, "needs": [need.adjustment.value for need in recorded], **details}

    def fit(self) -> None:
        """Name the people of the case, and ask for details where a code says too little."""
        case = self.about.case
        people = [(Who.COMPLAINANT, case.complainant), (Who.PATIENT, case.patient)]
        self.offer("who", [Choice(who, person.name) for who, person in people if person])
        self.rename("on", "When did they say so?")
        for each, asked in _ASKED.items():
            needed = DETAIL_ASKED[each][1] if each in DETAIL_ASKED else ""
            lines = each is Adjustment.NO_LETTERS_HOME
            box = (
                TextareaField(asked, rows=3) if lines else TextField(asked, required=needed, max_length=LONGEST_DETAIL)
            )
            self.fields[_box(each)] = box
        self.order_fields(self.field_order)

    def said(self) -> dict[str, Any]:
        """Say who, what and how."""
        answers = self.cleaned_data
        chosen = [Adjustment(code) for code in answers["needs"]]
        needs = tuple(Need(adjustment=each, detail=answers.get(_box(each)) or "") for each in chosen)
        return {"whose": Who(answers["who"]), "needs": needs, "words": answers["words"]}


ACTS = (
    Act(
        name="record_adjustments",
        title="What somebody needs",
        button="Save what they need",
        done="What they need is recorded, and shown wherever a letter, a call or a meeting begins",
        action=record_adjustments,
        form=NeedsForm,
        asks=(
            "Ask what they need so that they can read, talk and meet, and ask again from time to time. They need not"
            " say why. What must not be done, such as letters to their home, is refused from now on."
        ),
        authority="Equality Act 2010 s 20",
    ),
)
