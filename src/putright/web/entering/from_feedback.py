"""What of a concern or the like stands in the form for a new complaint already, once the person wants to complain?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.actor import Actor
from putright.casework.errors import NotFound
from putright.casework.queries.feedback import FeedbackShown, feedback_shown, next_working_day
from putright.domain.channels import Channel
from putright.domain.feedback import was_settled_at_once
from putright.web.entering.form import CAME_BY
from putright.web.entering.from_message import number_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """From which feedback the form begins, and what is to be known of it; no number where from none."""

    number: int | None = None
    received_on: date | None = None
    was_settled_at_once: bool = False


def feedback_for(actor: Actor, typed: str, *, now: datetime) -> FeedbackShown | None:
    """The feedback that an address names; nothing where it names none, NotFound for one not to be seen."""
    number = number_of(typed)
    if number is None:
        if typed:
            raise NotFound
        return None
    return feedback_shown(actor, number, now=now)


def begun(actor: Actor, found: FeedbackShown | None) -> Begun:
    """What is to be said beside the form."""
    if found is None:
        return Begun()
    settled = was_settled_at_once(
        channel=found.channel,
        ending=found.line.ending,
        closed_on=found.closed_on,
        next_working_day=next_working_day(actor, found.line.received_on),
    )
    return Begun(number=found.line.number, received_on=found.line.received_on, was_settled_at_once=settled)


def filled_from(found: FeedbackShown | None, today: date) -> dict[str, object]:
    """What is carried over, for a person to check; the day is today, on which the person says that they complain."""
    if found is None:
        return {}
    person = found.person
    carried: dict[str, object] = {
        "feedback": str(found.line.number),
        "received_on": today,
        "channel": (found.channel if found.channel in CAME_BY else Channel.EMAIL).value,
        "words_1": found.words,
        "occurred_on": None,
    }
    if person is None:
        return carried
    return carried | {
        "full_name": person.name,
        "address": "\n".join(person.address),
        "telephone": person.telephone,
        "email": person.email,
        "by_email": ["yes"] if person.agrees_to_email else [],
        "needs": person.needs,
    }
