"""What is asked when a person names an advocate on paper or aloud, or says that one helps them no longer?"""

from __future__ import annotations

# What an action is told is of many types, hence Any.
from typing import Any

from putright.casework.actions.record_advocate import record_advocate
from putright.casework.actions.record_advocate_end import record_advocate_end
from putright.casework.advocates import AdvocateSaid
from putright.casework.queries.case_page import CasePage
from putright.domain.advocates import NOT_NAMED, Help
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import HOW_IT_CAME
from putright.web.forms import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    RadiosField,
    TelField,
    TextareaField,
    TextField,
)

MAY = (
    Choice(Help.READ.value, "Read the page of the complaint", "What the person is shown, and no more."),
    Choice(Help.WRITE.value, "Write for the person", "The person reads it first and sends it themselves."),
    Choice(Help.MEET.value, "Come to meetings"),
    Choice(Help.OMBUDSMAN.value, "Take the complaint to the Ombudsman", "With a copy of the person’s papers."),
)


class AdvocateForm(ActForm):
    """Whom the person named, with what they may do until when, and how the person said so."""

    channel = RadiosField("How did the person say so?", HOW_IT_CAME, required="Choose how the person said so")
    full_name = TextField("The advocate’s name", required="Enter the advocate’s name", max_length=120, width=20)
    service = TextField("Where they work", max_length=120)
    email = EmailField(
        "Their email address",
        hint="They are sent a link to sign in with. Without an address they see nothing here.",
        autocomplete="off",
    )
    telephone = TelField("Their telephone number", autocomplete="off")
    helps = CheckboxesField(
        "What may they do?", MAY, required="Choose what they may do", hint="Only what the person said."
    )
    until_on = DateField("Until which day?", name="The last day", not_before_today=True, hint="If the person said one.")
    note = TextareaField("What did the person say?", hint="For the file. The person can ask to see it.", rows=3)
    field_order = ("channel", "full_name", "service", "email", "telephone", "helps", "until_on", "note")

    def fit(self) -> None:
        """Ask for no day: it holds from now on."""
        del self.fields["on"]

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        advocate = AdvocateSaid(
            name=answers["full_name"],
            service=answers["service"],
            email=answers["email"],
            telephone=answers["telephone"],
            helps=frozenset(map(Help, answers["helps"])),
            until_on=answers["until_on"],
        )
        return {"advocate": advocate, "channel": Channel(answers["channel"]), "note": answers["note"]}


class AdvocateEndForm(ActForm):
    """Which of them, and how the person said so."""

    advocate = RadiosField("Who helps the person no longer?", (), required="Choose who helps the person no longer")
    channel = RadiosField("How did the person say so?", HOW_IT_CAME, required="Choose how the person said so")
    note = TextareaField("What did the person say?", hint="For the file. The person can ask to see it.", rows=3)
    field_order = ("advocate", "channel", "note")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the only one, or whoever was pointed at."""
        named = self.about.case.advocates
        return {"advocate": self.about.number or (named[0].number if len(named) == 1 else None)}

    def fit(self) -> None:
        """Offer everybody who is named; it is over from now on."""
        del self.fields["on"]
        self.offer(
            "advocate", [Choice(str(one.number), one.called, f"May {one.may}") for one in self.about.case.advocates]
        )

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        return {
            "advocate": int(answers["advocate"]),
            "channel": Channel(answers["channel"]),
            "note": answers["note"],
        }


def nobody_named(case: CasePage) -> Refused | None:
    """Why there is no advocate whose help could end."""
    return None if case.advocates else NOT_NAMED


ACTS = (
    Act(
        name="record_advocate",
        title="Record whom the person named as their advocate",
        button="Record the advocate",
        done="The advocate is recorded",
        action=record_advocate,
        form=AdvocateForm,
        asks="On the person’s word alone. The person can end it at any time.",
    ),
    Act(
        name="record_advocate_end",
        title="Record that an advocate helps no longer",
        button="End it now",
        done="The advocate sees nothing of the case any more",
        action=record_advocate_end,
        form=AdvocateEndForm,
        asks="On the person’s word. It ends at once.",
        pointless=nobody_named,
    ),
)
