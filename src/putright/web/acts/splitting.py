"""What is asked when a part of a complaint becomes a case of its own, and when it goes back?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.split_case import split_case
from putright.casework.actions.take_back_split import take_back_split
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.other_procedures import other_procedures
from putright.casework.splitting import reference_to_give
from putright.domain.duty import Refused
from putright.domain.references import reference_shown
from putright.domain.splitting import FROM, NOTHING_TO_SPLIT, OFF
from putright.web.acts.act import Act
from putright.web.acts.asked import LetterForm
from putright.web.forms import CheckboxesField, Choice, HiddenField, RadiosField, TextareaField

SAME = "same"


def _nothing_can_go(case: CasePage) -> Refused | None:
    return None if case.undecided else NOTHING_TO_SPLIT


class SplitForm(LetterForm):
    """Which issues go, why, and under which procedure."""

    issues = CheckboxesField(
        "Which issues become a case of their own?",
        (),
        required="Choose the issues",
        hint="At least one stays here. What was found or decided on an issue keeps it here.",
    )
    procedure = RadiosField("Which procedure is the new case for?", (), required="Choose the procedure")
    why = TextareaField(
        "Why is it better dealt with apart?",
        required="Say why",
        hint="The letter says this in your words. Write it to the person.",
        rows=3,
        max_length=4_000,
    )
    reference = HiddenField()  # the same in the letter that is read and in the one that is kept
    field_order = ("issues", "procedure", "why")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it stays under the same procedure."""
        return {**super().first_answers(), "procedure": SAME, "reference": reference_to_give()}

    def fit(self) -> None:
        """Offer the issues, and the procedures that the organisation has beside this one."""
        super().fit()
        case = self.about.case
        self.offer(
            "issues",
            [Choice(str(one.number), f"{one.number}. {one.subject_words}", one.words[:200]) for one in case.undecided],
        )
        own = {one.name for one in case.procedures[:1]}
        others = [one for one in other_procedures(self.about.actor, self.about.today) if one.name not in own]
        if others:
            self.offer(
                "procedure",
                [Choice(SAME, "The same as this one"), *(Choice(one.name, one.title) for one in others)],
            )
        else:
            del self.fields["procedure"]

    def said(self) -> dict[str, Any]:
        """Say which, why, and under what."""
        answers = self.cleaned_data
        procedure = answers.get("procedure", SAME)
        return {
            **super().said(),
            "issues": tuple(int(number) for number in answers["issues"]),
            "why": answers["why"],
            "procedure": "" if procedure == SAME else procedure,
            "reference": answers["reference"],
        }


class BackForm(LetterForm):
    """Which case goes back, and why."""

    other = RadiosField("Which other case?", (), required="Choose the other case")
    why = TextareaField("Why?", required="Say why", hint="For the file.", rows=3)
    field_order = ("other", "why")

    def fit(self) -> None:
        """Offer the cases that were one with this."""
        super().fit()
        ties = {other: how for other, how in self.about.case.intake.linked.items() if how in (OFF, FROM)}
        self.offer("other", [Choice(one, reference_shown(one)) for one in ties])
        if len(ties) == 1 and not self.is_bound:
            self.initial["other"] = next(iter(ties))

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        return {**super().said(), "other": self.cleaned_data["other"], "why": self.cleaned_data["why"]}


ACTS = (
    Act(
        name="split_case",
        title="Split off a part into a case of its own",
        button="See the letter",
        done="The case is split in two",
        action=split_case,
        form=SplitForm,
        pointless=_nothing_can_go,
        asks=(
            "For a complaint of which a part has rules of its own, or is better answered apart. The new case knows all"
            " that was said and done, and both keep every date. It can be taken back until something is done there."
        ),
        has_letter=True,
    ),
    Act(
        name="take_back_split",
        title="Put back what was split off",
        button="Continue",
        done="It is one case again, as if it had never been split",
        action=take_back_split,
        form=BackForm,
        asks="Only while nothing was done on the case that was split off. Its letter, if it still waits, is put aside.",
        has_letter=True,
    ),
)
