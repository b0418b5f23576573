"""What is asked when something is on the wrong case, or the case is under the wrong person?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.correct_person import correct_person
from putright.casework.actions.move_entry import move_entry
from putright.casework.said import PersonSaid
from putright.domain.deaths import Who
from putright.domain.misplaced import is_movable
from putright.web.acts.act import Act, ActForm
from putright.web.acts.other_cases import chosen_case, offer_cases, which_case
from putright.web.forms import (
    Choice,
    DateField,
    EmailField,
    RadiosField,
    SelectField,
    TelField,
    TextareaField,
    TextField,
)
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


PATIENT = 2  # as the address of the page has it; whoever complains is meant where it has nothing
DETAILS, ANOTHER_PERSON = "details", "another-person"


class PersonForm(ActForm):
    """What is wrong about somebody of the case, and who they are."""

    what = RadiosField(
        "What is wrong?",
        (
            Choice(DETAILS, "Details of this person", "Such as a misspelt name, or an old address."),
            Choice(
                ANOTHER_PERSON,
                "It is another person",
                "Type all that is known of the right one. Nothing of the first goes over to them.",
            ),
        ),
        required="Choose what is wrong",
    )
    full_name = TextField("Full name", required="Enter the name of the person", max_length=120, spellcheck=False)
    addressed_as = TextField(
        "How they want to be addressed", hint="Such as Ms Okafor, or Sam. If empty, the full name.", max_length=120
    )
    address = TextareaField("Address", rows=4)
    telephone = TelField("Telephone number")
    email = EmailField("Email address", hint="Letters go there only once they have agreed to it.")
    born_on = DateField("Date of birth", name="The date of birth", not_after_today=True)
    nhs_number = TextField("NHS number", hint="10 digits, as in 999 012 3456.", max_length=20, width=10)
    why = TextareaField("How did the mistake come about?", required="Say how the mistake came about", rows=3)
    field_order = (
        *("what", "full_name", "addressed_as", "address", "telephone", "email", "born_on", "nhs_number"),
        "why",
    )

    @property
    def whom(self) -> Who:
        """Of whom of the case the page is."""
        return Who.PATIENT if self.about.number == PATIENT and self.about.case.patient else Who.COMPLAINANT

    def first_answers(self) -> dict[str, Any]:
        """Begin with what stands on the case."""
        case = self.about.case
        person = case.patient if self.whom is Who.PATIENT and case.patient else case.complainant
        return {
            "what": DETAILS,
            "full_name": person.name,
            "addressed_as": person.addressed_as,
            "address": "\n".join(person.address),
            "telephone": person.telephone,
            "email": person.email,
            "born_on": person.born_on,
            "nhs_number": person.nhs_number,
        }

    def fit(self) -> None:
        """Say of whom; the correction is of today."""
        del self.fields["on"]
        whose = "the patient" if self.whom is Who.PATIENT else "the person who complains"
        self.rename("full_name", f"Full name of {whose}")

    def said(self) -> dict[str, Any]:
        """Say who, and why."""
        answers = self.cleaned_data
        person = PersonSaid(
            name=answers["full_name"],
            addressed_as=answers["addressed_as"],
            address=tuple(answers["address"].splitlines()),
            telephone=answers["telephone"],
            email=answers["email"],
            born_on=answers["born_on"],
            nhs_number=answers["nhs_number"],
        )
        is_another = answers["what"] == ANOTHER_PERSON
        return {"whom": self.whom, "person": person, "is_another": is_another, "why": answers["why"]}


ACTS = (
    Act(
        name="correct_person",
        title="Correct who somebody is",
        button="Correct it",
        done="It is put right, and what stood before is on the file",
        action=correct_person,
        form=PersonForm,
        asks=(
            "Where a case was opened under the wrong person, letters that wait to them are put aside, their link opens"
            " nothing any more, and the case is found by the right one alone."
        ),
    ),
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
