"""Where and when does a made-up story play? Its people, its days counted back from today, its bytes from a seed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.actions.send_message import send_message
from putright.casework.actor import Actor
from putright.casework.follow_links import link_of
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.casework.queries.case_page import entry_numbers
from putright.casework.said import ComplaintSaid, IssueSaid, PersonSaid
from putright.demo.cast import Company
from putright.domain.channels import Channel
from putright.domain.issues import Subject
from putright.domain.periods import LONDON
from putright.domain.standing import Basis
from putright.domain.working_days import WorkingCalendar

MORNING: Final = time(9, 30)
SETTLED_IN: Final = 4  # working days after which somebody has taken a case that came online

# An action of casework, called as any page would call it.
Action = Callable[..., Done]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One organisation on one day: who may act there, and with what."""

    company: Company
    today: date
    now: datetime
    calendar: WorkingCalendar
    means: Means
    actors: Mapping[str, Actor]
    people: Mapping[str, int]

    def day(self, working_days_ago: int) -> date:
        """The day that many working days before today; nought is today, a minus sign looks ahead."""
        return self.calendar.add(self.today, -working_days_ago) if working_days_ago else self.today

    def instant(self, day: date) -> datetime:
        """The morning of a day, or now if it is today and still earlier."""
        return min(self.now, datetime.combine(day, MORNING, tzinfo=LONDON))

    def received(
        self,
        working_days_ago: int,
        complainant: PersonSaid,
        *issues: tuple[Subject, str] | IssueSaid,
        wanted: str,
        channel: Channel = Channel.ONLINE,
        by: str | None = None,
        patient: PersonSaid | None = None,
        basis: Basis = Basis.SELF,
        happened: int = 8,
        feedback: int | None = None,
    ) -> "Tale":
        """A complaint comes in: online from the person, or typed in by somebody; `happened` working days before.

        `feedback` is the number of the concern of which it comes.
        """
        day = self.day(working_days_ago)
        receipt = receive_complaint(
            actor=self.actors[by] if by else None,
            body=self.company.body.code,
            complaint=ComplaintSaid(
                complainant=complainant,
                issues=tuple(map(_issue, issues)),
                patient=patient,
                basis=basis,
                occurred_on=self.day(working_days_ago + happened),
                known_on=self.day(working_days_ago + happened),
                outcome_wanted=wanted,
            ),
            channel=channel,
            on=day,
            now=self.instant(day),
            feedback=feedback,
            means=self.means,
        )
        tale = Tale(stage=self, reference=receipt.reference, secret=receipt.secret)
        if by is None and working_days_ago >= SETTLED_IN:
            tale.then(working_days_ago - 1, self.company.front, assign_handler, handler=self.people[self.company.front])
        return tale


def _issue(told: tuple[Subject, str] | IssueSaid) -> IssueSaid:
    """One thing as it is told in a word or two, or with days of its own."""
    return told if isinstance(told, IssueSaid) else IssueSaid(subject=told[0], words=told[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """One made-up complaint, told action by action."""

    stage: Stage
    reference: str
    secret: str
    consent_code: str = ""  # of the letter that asks the patient, where one still can

    def then(self, working_days_ago: int, by: str, action: Action, /, **said: Any) -> Done:  # Any: its own words
        """Somebody does something, as they would on a page, that many working days ago."""
        day = self.stage.day(working_days_ago)
        return action(
            actor=self.stage.actors[by],
            case=self.reference,
            on=day,
            now=self.stage.instant(day),
            means=self.stage.means,
            **said,
        )

    def posted(self, working_days_ago: int, by: str, action: Action, /, **said: Any) -> None:  # Any: as above
        """Somebody writes a letter and takes it to the post the same day."""
        letter = self.then(working_days_ago, by, action, **said).letter
        self.then(working_days_ago, by, post_letter, letter=letter)

    def writes(self, working_days_ago: int, words: str) -> None:
        """The person sends a message from the page of their complaint, by their own link."""
        link = link_of(self.secret)
        if link is not None:
            day = self.stage.day(working_days_ago)
            send_message(link=link.pk, words=words, on=day, now=self.stage.instant(day), means=self.stage.means)

    def entry(self, event: str, by: str) -> int:
        """The number of the latest entry of a kind, as the page of the case shows it."""
        return entry_numbers(self.stage.actors[by], self.reference, event)[-1]
