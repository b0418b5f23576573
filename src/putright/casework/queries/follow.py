"""What can the person who complained see of their case, in plain words?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from putright.casework import facts_of
from putright.casework.errors import NotFound, refused
from putright.casework.follow_links import link_of
from putright.casework.helpers import advocacy_for, ombudsman_on
from putright.casework.queries.bodies import BodyShown, body_shown
from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, WayOn
from putright.domain.references import reference_meant, reference_shown
from putright.domain.vocabulary import Authority, CaseStatus, DutyState, Effect
from putright.letters.facts import Contact
from putright.records.models import Case, FollowLink, ReadLog

# What the person has lived through themselves, or been told of. What is not here is the body's own business.
TOLD: Final = {
    "received": "We received your complaint.",
    "written_record_sent": "We sent you a copy of what we wrote down.",
    "registered": "We entered your complaint in our register.",
    "next_steps_told": "We told you what happens next.",
    "acknowledged": "We told you that we have your complaint.",
    "discussion_offered": "We offered to talk with you about how we will look into it.",
    "discussion_requested": "You asked to talk with us about it.",
    "discussion_declined": "You told us that you do not need to talk about it first.",
    "discussion_held": "We talked with you about how we will look into it.",
    "response_period_agreed": "We agreed with you when our answer should come.",
    "response_period_set": "We told you when our answer should come.",
    "details_requested": "We asked you to tell us more.",
    "details_received": "You told us more.",
    "details_acknowledged": "We thanked you for telling us more.",
    "consent_requested": "We asked the patient for permission.",
    "consent_given": "The patient gave permission.",
    "consent_refused": "The patient did not give permission.",
    "consent_withdrawn": "The patient took the permission back.",
    "investigation_started": "We began to look into your complaint.",
    "statement_requested": "We asked a member of staff what happened.",
    "statement_received": "A member of staff told us what happened.",
    "examined": "We looked at what you told us and what our staff told us.",
    "meeting_offered": "We offered you a meeting.",
    "meeting_accepted": "You said that you would like to meet.",
    "meeting_declined": "You said that you would rather not meet.",
    "meeting_held": "We met you.",
    "meeting_letter_sent": "We wrote to you about our meeting.",
    "investigation_completed": "We finished looking into your complaint.",
    "update_sent": "We told you how it is going.",
    "timescale_changed": "We wrote to you that a date had to change.",
    "delay_explained": "We wrote to you why our answer is late.",
    "lateness_decided": "We decided whether we can look into something so long ago.",
    "response_sent": "We sent you our answer.",
    "review_requested": "You asked us to look again.",
    "review_completed": "We finished looking again.",
    "review_response_sent": "We sent you our final position.",
    "settled": "We settled it with you.",
    "withdrawn": "You withdrew your complaint.",
    "closed": "We closed your case.",
    "reopened": "We opened your case again.",
}

STATUS_WORDS: Final = {
    CaseStatus.OPEN: "We are looking into your complaint.",
    CaseStatus.RESPONDED: "We have answered your complaint.",
    CaseStatus.CLOSED: "Your case is closed.",
    CaseStatus.WITHDRAWN: "You withdrew your complaint.",
    CaseStatus.TRANSFERRED: "Your complaint went to another organisation.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something that has happened, in words for the person."""

    on: date
    words: str
    date_given: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Something that is promised: the promise, by when, where that stands, and whether the day has passed."""

    promise: str
    by: date | None
    their_own_date: date | None
    because: str
    is_late: bool
    yours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowPage:
    """A case as the person who complained sees it on a day."""

    as_at: date
    reference: str
    reference_shown: str
    body: BodyShown
    complainant: str
    received_on: date
    status: CaseStatus
    status_words: str
    handler: str
    handler_post: str
    happened: tuple[Happened, ...]
    next: tuple[Promised, ...]
    later: tuple[Promised, ...]
    answer_by: date | None
    ways_on: tuple[WayOn, ...]
    advocacy: Contact
    ombudsman: Contact


def follow(reference: str, secret: str, as_at: date, *, now: datetime) -> FollowPage:
    """What the holder of a link may see; a wrong link opens nothing, and an ended one says what to do."""
    link = link_of(secret)
    if link is None or link.case.reference != reference_meant(reference):
        raise NotFound
    _refuse_ended(link, as_at)
    page = _page(link.case, as_at)
    ReadLog.objects.create(case=link.case, person=None, what="follow", at=now)
    return page


def _refuse_ended(link: FollowLink, as_at: date) -> None:
    body = link.case.body
    reach = f"phone {body.telephone}" if body.telephone else f"write to {body.name}"
    if link.revoked_at is not None:
        raise refused("link-ended", f"This link has been ended. To get a new one, {reach} and give your reference.")
    if link.expires_on < as_at:
        raise refused("link-expired", f"This link is too old. To get a new one, {reach} and give your reference.")


def _page(case: Case, as_at: date) -> FollowPage:
    programmes = facts_of.programmes_of(case)
    events = facts_of.chronology_of(case, programmes)
    position = facts_of.position_of(programmes, events, as_at)
    handler = case.handler
    return FollowPage(
        as_at=as_at,
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        body=body_shown(case.body),
        complainant=case.complainant.name,
        received_on=case.received_on,
        status=position.status,
        status_words=STATUS_WORDS[position.status],
        handler=handler.name if handler else "",
        handler_post=handler.post if handler else "",
        happened=tuple(_happened(events, as_at)),
        next=tuple(_promised(duty, as_at) for duty in position.to_do() if _is_shown(duty)),
        later=tuple(_later(position)),
        answer_by=_answer_by(position),
        ways_on=position.ways_on,
        advocacy=advocacy_for(case, as_at),
        ombudsman=ombudsman_on(as_at),
    )


def _happened(events: tuple[Event, ...], as_at: date) -> Iterator[Happened]:
    for event in sorted(in_force(events), key=lambda event: event.on):
        if event.event in TOLD and event.on <= as_at:
            given = event.facts.get("date")
            yield Happened(on=event.on, words=TOLD[event.event], date_given=given if isinstance(given, date) else None)


def _is_shown(duty: Duty) -> bool:
    """The body's own promises, in its words; of the law's duties only those that no promise of the body speaks of."""
    return duty.authority is not Authority.STATUTE and duty.effect in (Effect.BREACH, Effect.TARGET)


def _promised(duty: Duty, as_at: date) -> Promised:
    return Promised(
        promise=duty.promise,
        by=duty.binding_on,
        their_own_date=duty.due_on if duty.due_on != duty.binding_on else None,
        because=duty.binding_authority,
        is_late=duty.binding_on is not None and duty.binding_on < as_at and not duty.provisional,
        yours=duty.who == "complainant",
    )


def _later(position: Position) -> Iterator[Promised]:
    stage = max((duty.stage for duty in position.to_do() if duty.stage), default=1)
    for duty in position.duties:
        waits = duty.state is DutyState.NOT_STARTED and duty.stage in (None, stage)
        if waits and duty.authority is Authority.POLICY:
            yield Promised(
                promise=duty.promise, by=None, their_own_date=None, because=duty.cites, is_late=False, yours=False
            )


def _answer_by(position: Position) -> date | None:
    owed = (duty for duty in position.to_do() if "response_sent" in duty.met_by and duty.binding_on)
    return min((duty.binding_on for duty in owed if duty.binding_on), default=None)
