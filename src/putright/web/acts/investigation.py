"""What is asked while a complaint is looked into: its start, who it is about, the examination, the end of it?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.examine import examine
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.start_investigation import start_investigation
from putright.casework.queries.staff import people_of
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import NoteForm
from putright.web.acts.evidence import ACTS as EVIDENCE
from putright.web.acts.finding_out import ACTS as FINDING_OUT
from putright.web.acts.statements import ACTS as STATEMENTS
from putright.web.forms import Choice, SelectField


class ExaminationForm(NoteForm):
    """What the examination showed."""

    def fit(self) -> None:
        """Ask for the finding."""
        self.rename("note", "What did it show?")


class NameStaffForm(ActForm):
    """Whom the complaint is about."""

    person = SelectField("Who is it?", (), required="Choose the member of staff")
    field_order = ("person", "on")

    def fit(self) -> None:
        """Offer everybody at the body whom the case does not name yet, the person who asks too."""
        self.rename("on", "When did it become known?")
        named = {person.person_id for person in self.about.case.named}
        people = [one for one in people_of(self.about.actor) if one.id not in named]
        self.offer("person", [Choice(str(one.id), f"{one.name}, {one.post}") for one in people])

    def said(self) -> dict[str, Any]:
        """Say who."""
        return {"person": int(self.cleaned_data["person"])}


ACTS = (
    Act(
        name="start_investigation",
        title="Start the investigation",
        button="Record the start",
        done="The start of the investigation is recorded",
        action=start_investigation,
        form=ActForm,
        asks="Look into the complaint speedily and efficiently, and keep the person informed as far as you can.",
        authority="SI 2009/309 reg 14(1)",
    ),
    *STATEMENTS,
    Act(
        name="name_staff",
        title="The complaint is about a member of staff",
        button="Record it",
        done="It is recorded whom the complaint is about",
        action=name_staff,
        form=NameStaffForm,
        asks=(
            "From now on this person can neither see, handle nor sign the case. If they have it, nobody has it then."
            " It can be you."
        ),
    ),
    Act(
        name="examine",
        title="Record the examination",
        button="Record the examination",
        done="The examination is recorded",
        action=examine,
        form=ExaminationForm,
        asks="The statement is read beside what the person said: where they agree, differ, or leave something open.",
    ),
    Act(
        name="complete_investigation",
        title="Complete the investigation",
        button="Record the end",
        done="The end of the investigation is recorded",
        action=complete_investigation,
        form=ActForm,
        asks="Once the investigation is completed, the response is sent as soon as it reasonably can be.",
        authority="SI 2009/309 reg 14(2)",
    ),
    *EVIDENCE,
    *FINDING_OUT,
)
