"""What can the person who complained see of their case, in plain words?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from putright.casework import facts_of
from putright.casework.absences import absence_of
from putright.casework.adjustments import needs_of
from putright.casework.errors import NotFound
from putright.casework.experience import has_said_how_it_went
from putright.casework.follow_links import link_of
from putright.casework.follow_words import (
    AN_APPEAL,
    APPEAL_DECIDED,
    APPEAL_SENT_ON,
    ASKED_AGAIN,
    DECIDED_BY_THE_OMBUDSMAN,
    LOOKING_AGAIN,
    STATUS_WORDS,
    WITH_THE_OMBUDSMAN,
    told_of,
)
from putright.casework.helpers import advocacy_for, ombudsman_on
from putright.casework.looks import keep_look_by_link
from putright.casework.open_link import refuse_ended
from putright.casework.page_talk import Written, written_on_page
from putright.casework.queries.advocates_told import AdvocateTold, advocates_told
from putright.casework.queries.bodies import BodyShown, body_shown
from putright.casework.queries.choice_team_told import ChoiceTeamTold, choice_team_told
from putright.casework.queries.contact_shown import LimitShown, limit_told
from putright.casework.queries.drafts_shown import DraftShown, drafts_to_read
from putright.casework.queries.follow_promises import (
    Promised,
    answer_by,
    promised_later,
    promised_next,
    promises_to_the_person,
    review_promised,
)
from putright.casework.queries.letters_told import is_an_answer, letters_to_the_person
from putright.casework.queries.meeting_told import MeetingTold, meeting_told
from putright.casework.queries.remedies_shown import RemedyShown, remedies_shown_to_the_person
from putright.domain.allocation import appeal_of, decision_of
from putright.domain.answered import ReviewOpen, answered_on, review_ended_on, review_open, unclosed
from putright.domain.authority import still_asked_for
from putright.domain.by_link import LinkAct, open_by_link
from putright.domain.channels import Channel
from putright.domain.chronology import Event, in_force
from putright.domain.consent_told import ConsentTold, consent_told
from putright.domain.duty import Duty, WayOn
from putright.domain.history import History
from putright.domain.ombudsman import decided_by_ombudsman, with_ombudsman_since
from putright.domain.page_talk import RECEIVED, SENT, update_promised
from putright.domain.reasons import REASON_TOLD
from putright.domain.references import reference_meant, reference_shown
from putright.domain.representation import consent_stands
from putright.domain.speaking import needed_for, speaker_of
from putright.domain.standing import Basis, Needed
from putright.domain.stopping_email import AddressAsked, address_asked
from putright.domain.vocabulary import CaseStatus
from putright.domain.ways_left import WayLeft, ways_left
from putright.domain.withdrawing import needs_the_patient
from putright.letters.facts import Contact
from putright.records.models import Case, FollowLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something that has happened, in words for the person."""

    on: date
    words: str
    date_given: date | None
    why: str = ""  # of a day that moved: the kind of reason that we gave


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent:
    """A letter that was sent to the person."""

    number: int  # of the paper, by which it is opened
    title: str
    sent_on: date
    by: Channel  # the post, email, or somebody's hand
    is_answer: bool


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
    stands_in_for: str  # who has the case, where somebody else is there while they are away
    back_after: date | None
    happened: tuple[Happened, ...]
    letters: tuple[LetterSent, ...]
    next: tuple[Promised, ...]
    later: tuple[Promised, ...]
    review: Promised | None
    answer_by: date | None
    needed: Needed
    proof_asked_on: date | None  # what shows that they may speak, while it is still wanted
    has_consent: bool
    consent: ConsentTold | None
    ways_on: tuple[WayOn, ...]
    advocacy: Contact
    ombudsman: Contact
    contact: LimitShown | None = None
    remedies: tuple[RemedyShown, ...] = ()
    choice_team: ChoiceTeamTold | None = None
    acts: tuple[LinkAct, ...] = ()
    written: tuple[Written, ...] = ()
    update: Duty | None = None  # the news that they are promised by a day
    advocates: tuple[AdvocateTold, ...] = ()
    drafts: tuple[DraftShown, ...] = ()  # what an advocate wrote, for the person alone
    meeting: MeetingTold | None = None
    patient_decides: bool = False  # whether it is withdrawn is the patient’s own to say
    review_now: ReviewOpen | None = None
    review_ended_on: date | None = None
    answered_on: date | None = None
    ways_left: tuple[WayLeft, ...] = ()  # once it was answered or closed
    address_asked: AddressAsked = AddressAsked.NOTHING  # of whoever wants letters by post


def follow(reference: str, secret: str, as_at: date, *, now: datetime) -> FollowPage:
    """What the holder of a link may see; raises NotFound for a wrong link, and ActionRefused for one that has ended."""
    link = link_of(secret)
    if link is None or link.case.reference != reference_meant(reference):
        raise NotFound
    return _followed(link, as_at, now=now)


def followed(link: int, as_at: date, *, now: datetime) -> FollowPage:
    """What the holder of a link may see who opened it before; raises as `follow` does."""
    parts = ("case__body", "case__complainant", "case__handler")
    row = FollowLink.objects.select_related(*parts).filter(pk=link).first()
    if row is None:
        raise NotFound
    return _followed(row, as_at, now=now)


def _followed(link: FollowLink, as_at: date, *, now: datetime) -> FollowPage:
    refuse_ended(link, as_at)
    page = page_shown(link.case, as_at)
    page = replace(page, drafts=drafts_to_read(link.case, as_at)) if page.advocates else page
    if LinkAct.HOW_IT_WENT in page.acts and has_said_how_it_went(link.case):
        page = replace(page, acts=tuple(act for act in page.acts if act is not LinkAct.HOW_IT_WENT))
    keep_look_by_link(link.case_id, now=now)
    return page


def page_shown(case: Case, as_at: date) -> FollowPage:
    """What the person who complained is shown of their case on a day."""
    programmes = facts_of.programmes_of(case)
    events = facts_of.chronology_of(case, programmes)
    position = facts_of.position_of(programmes, events, as_at)
    is_closed = position.status is CaseStatus.CLOSED
    if_open = facts_of.position_of(programmes, unclosed(events), as_at) if is_closed else position
    known = tuple(event for event in in_force(events) if event.on <= as_at)
    promises = promises_to_the_person(position, programmes, as_at)
    absence = absence_of(case.handler_id, as_at) if case.handler_id else None
    handler = absence.cover if absence else case.handler
    return FollowPage(
        as_at=as_at,
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        body=body_shown(case.body),
        complainant=case.complainant.name,
        received_on=case.received_on,
        status=position.status,
        status_words=_status_words(position.status, events, as_at),
        handler=handler.name if handler else "",
        handler_post=handler.post if handler else "",
        stands_in_for=case.handler.name if absence and case.handler else "",
        back_after=absence.until_on if absence else None,
        happened=tuple(_happened(events, as_at)),
        letters=tuple(_letters(case, as_at)),
        next=promised_next(promises),
        later=promised_later(promises),
        review=review_promised(promises),
        answer_by=answer_by(position),
        needed=needed_for(Basis(case.basis), speaker_of(events)),
        proof_asked_on=still_asked_for(known),
        has_consent=consent_stands(History(events, as_at)),
        consent=consent_told(event for event in in_force(events) if event.on <= as_at),
        ways_on=position.ways_on,
        advocacy=advocacy_for(case, as_at),
        ombudsman=ombudsman_on(as_at),
        contact=limit_told(case.complainant_id, as_at),
        remedies=remedies_shown_to_the_person(case, events, as_at),
        choice_team=choice_team_told(events, position, as_at),
        acts=open_by_link(position, known, by_email=case.complainant.email_agreed_on is not None, if_open=if_open),
        address_asked=address_asked(needs_of(case.complainant), tuple(case.complainant.address.splitlines())),
        written=written_on_page(case, known),
        update=update_promised(position),
        advocates=advocates_told(case, as_at, known),
        meeting=meeting_told(case, known, position, as_at),
        patient_decides=needs_the_patient(Basis(case.basis)),
        review_now=review_open(if_open, known),
        review_ended_on=review_ended_on(if_open),
        ways_left=ways_left(position, known, if_open),
        answered_on=answered_on(known),
    )


def _status_words(status: CaseStatus, events: tuple[Event, ...], as_at: date) -> str:
    known = tuple(event for event in events if event.on <= as_at)
    if with_ombudsman_since(known) is not None:
        return WITH_THE_OMBUDSMAN
    if decided_by_ombudsman(known) is not None:
        return DECIDED_BY_THE_OMBUDSMAN
    if appeal_of(known) is not None:
        went = status is CaseStatus.TRANSFERRED
        return APPEAL_DECIDED if decision_of(known) else APPEAL_SENT_ON if went else AN_APPEAL
    again = any(event.event in ASKED_AGAIN and event.on <= as_at for event in in_force(events))
    return LOOKING_AGAIN if status is CaseStatus.OPEN and again else STATUS_WORDS[status]


def _happened(events: tuple[Event, ...], as_at: date) -> Iterator[Happened]:
    told = told_of(events)
    for event in sorted(in_force(events), key=lambda event: event.on):
        if event.event in told and event.event not in (RECEIVED, SENT) and event.on <= as_at:  # shown in full besides
            given = event.facts.get("date")
            yield Happened(
                on=event.on,
                words=told[event.event],
                date_given=given if isinstance(given, date) else None,
                why=REASON_TOLD.get(str(event.facts.get("reason", "")), ""),
            )


def _letters(case: Case, as_at: date) -> Iterator[LetterSent]:
    """The letters to the person; those to the staff, or to a patient for whom they speak, are not theirs to see."""
    for row in letters_to_the_person(case, as_at):
        if row.posted_on is not None:
            yield LetterSent(
                number=row.document.number,
                title=row.document.title,
                sent_on=row.posted_on,
                by=Channel(row.channel),
                is_answer=is_an_answer(row),
            )
