"""What is asked when something is on the wrong case?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.move_entry import move_entry
from putright.domain.misplaced import is_movable
from putright.web.acts.act import Act, ActForm
from putright.web.acts.other_cases import chosen_case, offer_cases, which_case
from putright.web.forms import Choice, SelectField, TextareaField
from putright.web.wording import nhs_date


class MoveForm(ActForm):
    """Which entry, to which case, and how it came to be here."""

    entry = SelectField("Which entry is on the wrong case?", (), required="Choose the entry")
    which = which_case()["which"]
    reference = which_case()["reference"]
    why = TextareaField(
        "How did it come to be here?",
        required="Say how the entry came to be on the wrong case",
        hint="It stands on both cases: say nothing of what the entry says.",
        rows=3,
    )
    field_order = ("entry", "which", "reference", "why")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the entry that was pointed at."""
        return {"entry": self.about.number}

    def fit(self) -> None:
        """Offer the entries that can be moved, the latest first, and the cases that may be meant; it is of today."""
        del self.fields["on"]
        entries = [
            entry
            for entry in reversed(self.about.case.chronology)
            if entry.is_correctable and is_movable(entry.event, papers=len(entry.papers))
        ]
        self.offer(
            "entry", [Choice(str(one.number), f"{one.number}. {one.words}, {nhs_date(one.on)}") for one in entries]
        )
        if len(entries) == 1 and not self.is_bound:
            self.initial["entry"] = str(entries[0].number)
        offer_cases(self)

    def said(self) -> dict[str, Any]:
        """Say which, where to, and why."""
        answers = self.cleaned_data
        return {"entry": int(answers["entry"]), "other": chosen_case(self), "why": answers["why"]}


ACTS = (
    Act(
        name="move_entry",
        title="Move an entry to another case",
        button="Move the entry",
        done="The entry is on the other case",
        action=move_entry,
        form=MoveForm,
        asks=(
            "For a note or a message that was put on the wrong case. Its words and files go to the other case and can"
            " be read there alone. Here it stays, struck through, without its words; both cases say so."
        ),
    ),
)
