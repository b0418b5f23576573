"""What is asked of a meeting: its offer, the answer, what took place, the letter afterwards?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.accept_meeting import Agreed, accept_meeting
from putright.casework.actions.decline_meeting import decline_meeting
from putright.casework.actions.hold_meeting import hold_meeting
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.request_meeting import request_meeting
from putright.casework.actions.send_meeting_letter import send_meeting_letter
from putright.casework.queries.case_page import CasePage
from putright.domain.adjustments import Occasion, needs_for
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.letters.facts import MeetingTime
from putright.web.acts.act import Act, ActForm, Part, lines_of
from putright.web.acts.asked import LetterForm, SaidForm
from putright.web.acts.clock_time import TimeField
from putright.web.acts.improvements import (
    add_improvements,
    check_improvements,
    improvements_said,
    parts_with_improvements,
)
from putright.web.acts.meeting_held import HeldForm
from putright.web.forms import CheckboxesField, Choice, DateField, TextareaField
from putright.web.wording import nhs_date

MOST_TIMES = 3
SAFE = "safe"
ARRANGED = "arranged"
_GOES_WITH = {
    "meeting_day": "Enter the day that goes with the time and the place",
    "starts": "Enter the time that goes with the day",
    "place": "Say where people meet",
}
_TIMES = ("The first time offered", "A second time", "A third time")


class OfferForm(LetterForm):
    """With whom, when and where; and whether everybody will be safe."""

    safety = CheckboxesField(
        "Safety",
        (
            Choice(
                SAFE,
                "I have asked whether everybody will be safe there, and whether both sides are willing to meet",
                "Think of why the person uses this service, of threats made before, of who sits nearest the door.",
            ),
        ),
        required="Confirm that you have asked whether everybody will be safe and willing",
    )
    needs_arranged = CheckboxesField("What they need there", (), required="Confirm that what they need is arranged")
    meet_with = TextareaField(
        "Who will be there?", required="Say who will be there", hint="One person on each line, with their post.", rows=3
    )
    place = TextareaField("Where?", required="Say where the meeting will be", rows=3, max_length=1_000)
    topics = TextareaField(
        "What will be talked about?", hint="One thing on each line. Left empty, the letter lists the issues.", rows=3
    )
    reply_by = DateField("By which day do you hope for an answer?", name="The day of the answer", not_before_today=True)

    def fit(self) -> None:
        """Ask for up to three times to choose from, and whether what is needed there is arranged."""
        wanted = _needed_there(self.about.case)
        if wanted:
            self.offer("needs_arranged", (Choice(ARRANGED, f"I have arranged: {'; '.join(wanted)}"),))
        else:
            del self.fields["needs_arranged"]
        for number in range(1, MOST_TIMES + 1):
            needed = "Enter the day of the meeting" if number == 1 else ""
            day = DateField("Which day?", name="The day of the meeting", required=needed, not_before_today=True)
            day.today = self.today
            starts = TimeField("What time?", required="Enter the time of the meeting" if number == 1 else "")
            self.fields |= {f"day_{number}": day, f"time_{number}": starts}
        super().fit()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The form with each time in a part of its own."""
        times = [(f"day_{number}", f"time_{number}") for number in range(1, MOST_TIMES + 1)]
        named = {name for pair in times for name in pair}
        first = [name for name in ("safety", "needs_arranged", "meet_with", "place") if name in self.fields]
        head = tuple(self[name] for name in first)
        tail = tuple(bound for bound in self.asked if bound.name not in {*named, *first})
        rows = (
            Part(
                heading=_TIMES[place],
                fields=tuple(self[name] for name in pair),
                folded=place > 0 and not any(self[name].value() for name in pair),
            )
            for place, pair in enumerate(times)
        )
        return (Part(heading="", fields=head), *rows, Part(heading="The letter", fields=tail))

    def clean(self) -> dict[str, Any] | None:
        """A day goes with a time."""
        cleaned = super().clean()
        for number in range(2, MOST_TIMES + 1):
            day, starts = (self.cleaned_data.get(f"{name}_{number}") for name in ("day", "time"))
            if day and not starts and f"time_{number}" not in self.errors:
                self.add_error(f"time_{number}", "Enter the time that goes with the day")
            if starts and not day and f"day_{number}" not in self.errors:
                self.add_error(f"day_{number}", "Enter the day that goes with the time")
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the meeting."""
        answers = self.cleaned_data
        times = [(answers.get(f"day_{number}"), answers.get(f"time_{number}")) for number in range(1, MOST_TIMES + 1)]
        meeting = Meeting(
            meet_with=lines_of(answers["meet_with"]),
            times=tuple(MeetingTime(on=day, starts=starts) for day, starts in times if day and starts),
            place=", ".join(lines_of(answers["place"])),
            safety_considered=SAFE in answers["safety"],
            topics=lines_of(answers["topics"]),
            reply_by=answers["reply_by"],
            needs_arranged=ARRANGED in (answers.get("needs_arranged") or ()),
        )
        return {**super().said(), "meeting": meeting}


class AcceptForm(ActForm):
    """That the person comes, and to which of the times."""

    meeting_day = DateField("Which day was agreed?", name="The day of the meeting", not_before_today=True)
    starts = TimeField("What time?")
    place = TextareaField("Where?", hint="A room, a telephone number or a link.", rows=2, max_length=1_000)
    field_order = ("on", "meeting_day", "starts", "place")

    def fit(self) -> None:
        """The answer bears the day on which it came."""
        self.rename("on", "When did they accept?")

    def clean(self) -> dict[str, Any] | None:
        """A day goes with a time and a place."""
        cleaned = super().clean()
        answers = {name: self.cleaned_data.get(name) for name in _GOES_WITH}
        for name, words in _GOES_WITH.items() if any(answers.values()) else ():
            if not answers[name] and name not in self.errors:
                self.add_error(name, words)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say when and where, if it was agreed."""
        answers = self.cleaned_data
        if not answers["meeting_day"]:
            return {}
        place = ", ".join(lines_of(answers["place"]))
        return {"agreed": Agreed(on=answers["meeting_day"], starts=answers["starts"], place=place)}


class MeetingLetterForm(LetterForm):
    """Who was there, what took place, what was learnt, what is put right."""

    present = TextareaField("Who was there?", required="Say who was there", hint="One person on each line.", rows=3)
    what_took_place = TextareaField("What took place?", required="Say what took place at the meeting", rows=8)
    lessons = TextareaField("What was learnt?", required="Say what was learnt", hint="One lesson on each line.", rows=3)

    def fit(self) -> None:
        """Ask for what is put right, too."""
        super().fit()
        add_improvements(self, one_is_needed=True)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The letter, and each thing that is put right."""
        return parts_with_improvements(self)

    def clean(self) -> dict[str, Any] | None:
        """What is put right is said in full."""
        cleaned = super().clean()
        check_improvements(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what the letter says."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "present": lines_of(answers["present"]),
            "what_took_place": answers["what_took_place"],
            "lessons": lines_of(answers["lessons"]),
            "improvements": improvements_said(self),
        }


def _needed_there(case: CasePage) -> tuple[str, ...]:
    """What the people of a case need when people meet, in words."""
    people = [person for person in (case.complainant, case.patient) if person]
    needs = [need for person in people for need in person.adjustments]
    return tuple(dict.fromkeys(need.words for need in needs_for(Occasion.MEETING, needs)))


def already_accepted(case: CasePage) -> Refused | None:
    """Why the offer that was made last cannot be accepted: it has been, or the meeting has been held."""
    return _answered(case, "meeting_accepted", "meeting_held")


def already_declined(case: CasePage) -> Refused | None:
    """Why the offer that was made last cannot be declined: it has been, or the meeting has been held."""
    return _answered(case, "meeting_declined", "meeting_held")


def _answered(case: CasePage, *by: str) -> Refused | None:
    since = [entry for entry in case.chronology if entry.stands]
    offers = [place for place, entry in enumerate(since) if entry.event == "meeting_offered"]
    later = since[offers[-1] :] if offers else []
    answer = next((entry for entry in later if entry.event in by), None)
    if answer is None:
        return None
    message = f"The last offer of a meeting has been answered: {answer.words.lower()} on {nhs_date(answer.on)}."
    return Refused(code="already-answered", message=message)


class WantedForm(SaidForm):
    """How the person asked for a meeting, and what they said of it."""

    def fit(self) -> None:
        """Ask when and how they asked."""
        self.rename("on", "When did they ask?")
        self.rename("note", "What do they want to talk about, and with whom?")

    def said(self) -> dict[str, Any]:
        """Say how, and what."""
        answers = self.cleaned_data
        return {"channel": Channel(answers["channel"]), "words": answers["note"]}


ACTS = (
    Act(
        name="request_meeting",
        title="The person asks for a meeting",
        button="Record it",
        done="It is recorded that the person asks for a meeting",
        action=request_meeting,
        form=WantedForm,
        asks="Where the procedure gives a time for holding it, the time runs from the day on which they asked.",
    ),
    Act(
        name="offer_meeting",
        title="Offer a meeting",
        button="See the letter",
        done="The offer of a meeting is ready",
        action=offer_meeting,
        form=OfferForm,
        asks="The person may decline, and may bring somebody. Before people are brought together, think of safety.",
        has_letter=True,
    ),
    Act(
        name="accept_meeting",
        title="The meeting is accepted",
        button="Record that the meeting is accepted",
        done="It is recorded that the person would like to come",
        action=accept_meeting,
        pointless=already_accepted,
        form=AcceptForm,
        asks="Where a time was agreed, an entry for calendars is made that says nothing of what the meeting is about.",
    ),
    Act(
        name="decline_meeting",
        title="The meeting is declined",
        button="Record that the meeting is declined",
        done="It is recorded that the person would rather not meet",
        action=decline_meeting,
        pointless=already_declined,
        form=ActForm,
        asks="Nobody has to come to a meeting. The complaint is then answered in writing.",
    ),
    Act(
        name="hold_meeting",
        title="Record the meeting",
        button="Record the meeting",
        done="The meeting is recorded",
        action=hold_meeting,
        form=HeldForm,
        asks="The letter about the meeting counts its time from the day on which it was held.",
    ),
    Act(
        name="send_meeting_letter",
        title="Write after the meeting",
        button="See the letter",
        done="The letter about the meeting is ready",
        action=send_meeting_letter,
        form=MeetingLetterForm,
        asks=(
            "The letter says what took place, what was learnt, and which solutions were found and put in place. It is"
            " not the response that the law asks for: that is still owed."
        ),
        has_letter=True,
    ),
)
