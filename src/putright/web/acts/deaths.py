"""What is asked when somebody of a case has died, and when somebody else speaks for the complaint?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.let_speak import let_speak
from putright.casework.actions.record_death import record_death
from putright.casework.said import PersonSaid
from putright.domain.deaths import Who
from putright.domain.standing import Basis
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, EmailField, RadiosField, TelField, TextareaField, TextField

_BASES = (
    Choice(Basis.DECEASED, "The patient has died too, or it was the patient who complained"),
    Choice(Basis.REQUESTED, "The patient has asked them to complain"),
    Choice(Basis.CHILD, "The patient is a child, under 18"),
    Choice(Basis.LACKS_CAPACITY, "The patient cannot decide this for themselves"),
    Choice(Basis.PHYSICAL_INCAPACITY, "The patient is not physically able to complain"),
)


class DeathForm(ActForm):
    """Who has died, when, and how it was learnt."""

    who = RadiosField("Who has died?", (), required="Choose who has died")
    died_on = DateField("When did they die?", name="The day of death", hint="If it is known.", not_after_today=True)
    on = DateField("When did we hear of it?", required="Enter the day we heard of it", not_after_today=True)
    words = TextareaField("Who told us, and how can they be reached?", required="Say how it was learnt", rows=4)
    field_order = ("who", "words", "died_on", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with whoever complains where nobody else can be meant."""
        return {} if self.about.case.patient else {"who": Who.COMPLAINANT}

    def fit(self) -> None:
        """Name the people of the case."""
        case = self.about.case
        people = [(Who.COMPLAINANT, case.complainant), (Who.PATIENT, case.patient)]
        self.offer("who", [Choice(who, person.name) for who, person in people if person])

    def said(self) -> dict[str, Any]:
        """Say who, when and how."""
        answers = self.cleaned_data
        return {"died": Who(answers["who"]), "died_on": answers["died_on"], "words": answers["words"]}


class SpeakerForm(ActForm):
    """Who speaks for the complaint now, how to reach them, and why they may."""

    full_name = TextField("Full name", required="Enter the name of the person", max_length=120, spellcheck=False)
    addressed_as = TextField(
        "How they want to be addressed", hint="Such as Ms Okafor, or Sam. If empty, the full name.", max_length=120
    )
    address = TextareaField("Address", rows=4)
    telephone = TelField("Telephone number")
    email = EmailField("Email address")
    needs = TextareaField("What do they need?", hint="Such as large print, or an interpreter.", rows=2)
    basis = RadiosField("On what footing?", _BASES, required="Choose on what footing they speak for the complaint")
    words = TextareaField(
        "Why may they?",
        required="Say why they may speak for the complaint",
        hint="Such as: the daughter, who is the executor; the grant of probate was seen on 3 June.",
        rows=4,
    )
    field_order = (*("full_name", "addressed_as", "address", "telephone", "email", "needs", "basis", "words", "on"),)

    def fit(self) -> None:
        """Ask from which day."""
        self.rename("on", "From which day?")

    def said(self) -> dict[str, Any]:
        """Say who, and why."""
        answers = self.cleaned_data
        person = PersonSaid(
            name=answers["full_name"],
            addressed_as=answers["addressed_as"],
            address=tuple(answers["address"].splitlines()),
            telephone=answers["telephone"],
            email=answers["email"],
            needs=answers["needs"],
        )
        return {"person": person, "basis": Basis(answers["basis"]), "words": answers["words"]}


ACTS = (
    Act(
        name="record_death",
        title="Somebody has died",
        button="Record it",
        done="It is recorded. Letters to them that waited are put aside: take printed ones out of the post",
        action=record_death,
        form=DeathForm,
        asks="From now on no letter is written or sent to them. The complaint itself goes on.",
    ),
    Act(
        name="let_speak",
        title="Who speaks for the complaint now",
        button="Let them speak for it",
        done="From now on letters go to the person who speaks for the complaint",
        action=let_speak,
        form=SpeakerForm,
        asks=(
            "Whoever acts on behalf of somebody who has died may go on with the complaint. Give them a new link to"
            " follow it; earlier ones stop working then."
        ),
        authority="SI 2009/309 reg 5(2)(a)",
    ),
)
