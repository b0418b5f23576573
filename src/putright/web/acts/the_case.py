"""What is asked of the case as a whole: who has it, corrections, its end and its links?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.close_case import close_case
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.reopen_case import reopen_case
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.actions.settle import settle
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.staff import people_of
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import NoteForm
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.forms.drawing import look_of
from putright.web.wording import nhs_date

YES, NO = "yes", "no"
ENDS = "This ends undone with the case."
STAYS = "This stays owed, and on the worklist."
NOT_ALL_SEEN = "Tick each thing that is still to be done, to show that you have seen it"
WRONG_DAY, NEVER = "wrong-day", "never"


class HandlerForm(ActForm):
    """Who is to have the case."""

    handler = SelectField("Who is to have it?", (), required="Choose who is to have the case")
    field_order = ("handler", "on")

    def fit(self) -> None:
        """Offer everybody at the body but the one who has it and those whom the case names."""
        self.rename("on", "From which day?")
        case = self.about.case
        without = {person.person_id for person in (*case.named, *filter(None, (case.handler,)))}
        people = people_of(self.about.actor)
        self.offer(
            "handler", [Choice(str(one.id), f"{one.name}, {one.post}") for one in people if one.id not in without]
        )

    def said(self) -> dict[str, Any]:
        """Say who."""
        return {"handler": int(self.cleaned_data["handler"])}


class CorrectionForm(ActForm):
    """Which entry is wrong, what is right, and why."""

    entry = SelectField("Which entry is wrong?", (), required="Choose the entry that is wrong")
    what = RadiosField(
        "What is wrong with it?",
        (
            Choice(WRONG_DAY, "It happened on another day", reveals=("right_day",)),
            Choice(NEVER, "It did not happen"),
        ),
        required="Choose what is wrong with the entry",
    )
    right_day = DateField(
        "On which day did it happen?", name="The right day", required="Enter the right day", not_after_today=True
    )
    reason = TextareaField("How did the mistake come about?", required="Say why the entry is corrected", rows=4)

    def first_answers(self) -> dict[str, Any]:
        """Begin with the entry that was pointed at."""
        return {"entry": self.about.number}

    def fit(self) -> None:
        """Offer the entries that stand, the latest first; the correction itself is of today."""
        del self.fields["on"]
        entries = [entry for entry in reversed(self.about.case.chronology) if entry.is_correctable]
        self.offer(
            "entry", [Choice(str(one.number), f"{one.number}. {one.words}, {nhs_date(one.on)}") for one in entries]
        )

    def said(self) -> dict[str, Any]:
        """Say the correction."""
        answers = self.cleaned_data
        right = answers["right_day"] if answers["what"] == WRONG_DAY else None
        return {"entry": int(answers["entry"]), "reason": answers["reason"], "right_day": right}


class SettledForm(NoteForm):
    """How it was settled, and whether the person is satisfied."""

    satisfied = RadiosField(
        "Is the person satisfied?", (Choice(YES, "Yes"), Choice(NO, "No")), required="Choose whether they are satisfied"
    )
    field_order = ("on", "satisfied", "note")

    def fit(self) -> None:
        """Ask how it was settled."""
        self.rename("on", "When was it settled?")
        self.rename("note", "How was it settled?")

    def said(self) -> dict[str, Any]:
        """Say how it was settled."""
        return {**super().said(), "satisfied": self.cleaned_data["satisfied"] == YES}


class ClosingForm(NoteForm):
    """Why it is closed, once whoever closes it has seen what is still to be done."""

    seen = CheckboxesField(
        "What is still to be done",
        (),
        required=NOT_ALL_SEEN,
        hint="Tick each to show that you have seen it. The case is closed all the same.",
    )
    note = TextareaField("Why is it closed?", hint="For the file. The person can ask to see it.", rows=4)
    field_order = ("seen", "note", "on")

    def fit(self) -> None:
        """Say what ends with the case and what stays owed; where nothing is left nothing is asked."""
        self.rename("on", "When was it closed?")
        ends, stays = left_open(self.about.case)
        if not (ends or stays):
            del self.fields["seen"]
            return
        lines = [*((promise, ENDS) for promise in ends), *((promise, STAYS) for promise in stays)]
        self.offer("seen", [Choice(str(place), promise, what) for place, (promise, what) in enumerate(lines, start=1)])

    def clean(self) -> dict[str, Any] | None:
        """Each of them has been seen."""
        cleaned = super().clean()
        if "seen" in self.cleaned_data and len(self.cleaned_data["seen"]) < len(look_of(self.fields["seen"]).choices):
            self.add_error("seen", NOT_ALL_SEEN)
        return cleaned


def left_open(case: CasePage) -> tuple[list[str], list[str]]:
    """What is still to be done on a case: what ends when it is closed, and what stays owed."""
    duties = [shown.duty for shown in case.to_do]
    ends = [duty.promise for duty in duties if "closed" not in duty.rule.survives]
    return ends, [duty.promise for duty in duties if "closed" in duty.rule.survives]


class ReopeningForm(ActForm):
    """Why the case is opened again."""

    reason = TextareaField("Why is it opened again?", required="Say why the case is opened again", rows=4)
    field_order = ("reason", "on")

    def said(self) -> dict[str, Any]:
        """Say why."""
        return {"reason": self.cleaned_data["reason"]}


class TodayForm(ActForm):
    """What is done here and now: nothing is asked."""

    def fit(self) -> None:
        """Ask for no day."""
        del self.fields["on"]


ACTS = (
    Act(
        name="assign_handler",
        title="Give the case to somebody",
        button="Give the case",
        done="The case has a new handler",
        action=assign_handler,
        form=HandlerForm,
        asks="Letters name whoever has the case as the person to turn to.",
    ),
    Act(
        name="settle",
        title="Record that it is settled",
        button="Record it",
        done="It is recorded that the matter is settled",
        action=settle,
        form=SettledForm,
        asks="A spoken complaint that is settled by the end of the next working day need not be taken further.",
        authority="SI 2009/309 reg 8(1)(c)",
    ),
    Act(
        name="close_case",
        title="Close the case",
        button="Close the case",
        done="The case is closed",
        action=close_case,
        form=ClosingForm,
        asks=(
            "A case is closed once the complaint is answered, every issue has an outcome and no letter waits. It can be"
            " opened again; nothing of it is lost, and what is asked about the answer is answered all the same."
        ),
    ),
    Act(
        name="reopen_case",
        title="Open the case again",
        button="Open the case again",
        done="The case is open again",
        action=reopen_case,
        form=ReopeningForm,
    ),
    Act(
        name="correct_entry",
        title="Correct an entry",
        button="Correct the entry",
        done="The entry is corrected",
        action=correct_entry,
        form=CorrectionForm,
        asks="The mistaken entry stays, struck through. A later entry puts it right, and dates are counted anew.",
    ),
    Act(
        name="issue_follow_link",
        title="Give a new link to follow",
        button="Give a new link",
        done="There is a new link to follow the case",
        action=issue_follow_link,
        form=TodayForm,
        asks="The person follows the complaint with this link. It is shown once, and earlier links stop working.",
    ),
    Act(
        name="revoke_follow_link",
        title="End the link to follow",
        button="End the link",
        done="No link opens this case any more",
        action=revoke_follow_link,
        form=TodayForm,
        asks="Use this where the link was lost or fell into other hands. The person can be given a new one.",
    ),
)
