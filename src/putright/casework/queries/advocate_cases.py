"""Of which people is somebody the advocate, what comes next for each, and what is a case to them?"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from putright.casework import facts_of
from putright.casework.advocates import meeting_ahead, naming_of
from putright.casework.by_naming import named_on
from putright.casework.errors import NotFound
from putright.casework.looks import keep_look_by_advocate
from putright.casework.means import Means, means_of_this_site
from putright.casework.queries.drafts_shown import DraftShown, drafts_of
from putright.casework.queries.follow import FollowPage, page_shown
from putright.casework.queries.follow_promises import Promised, promised_next, promises_to_the_person
from putright.casework.queries.letters_told import letter_to_the_person
from putright.casework.queries.own_file import write_file_of
from putright.casework.queries.papers import PaperContent
from putright.domain.advocate_drafts import DraftState
from putright.domain.advocates import Help, comes_to
from putright.domain.by_link import LinkAct
from putright.domain.looks import Look
from putright.domain.periods import LONDON
from putright.domain.references import reference_shown
from putright.domain.vocabulary import CaseStatus
from putright.records.models import AdvocateDraft, NamedAdvocate
from putright.records.visible_to import namings_of

MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHelped:
    """A case of somebody who named them: whose, to which body, what comes next and by when, and what it may do."""

    reference: str
    reference_shown: str
    person: str
    body_name: str
    is_open: bool
    helps: frozenset[Help]
    until_on: date | None
    next: Promised | None
    sent_back: int  # drafts of theirs that the person sent back


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHelped:
    """A meeting that is agreed and still to come, to which an advocate may come: when, where, and what they said."""

    starts: datetime
    place: str
    comes: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHelped:
    """A case to its advocate: what they may do until when, their drafts, and what the person sees if they may read."""

    reference: str
    reference_shown: str
    person: str
    body_name: str
    helps: frozenset[Help]
    until_on: date | None
    drafts: tuple[DraftShown, ...]
    meeting: MeetingHelped | None
    case: FollowPage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseToWrite:
    """A case for which an advocate writes: whose, to which body, and what they wrote that is with somebody still."""

    reference: str
    reference_shown: str
    person: str
    body_name: str
    drafts: tuple[DraftShown, ...]


def is_advocate(account: int) -> bool:
    """Whether anybody has ever named the holder of an account, and they came."""
    return NamedAdvocate.objects.filter(account=account).exists()


def people_helped(account: int, as_at: date) -> tuple[PersonHelped, ...]:
    """The cases of those who named the holder of an account, across bodies: what is next soonest first, the ended last.

    At most `MOST` of them, the last named first.
    """
    rows = namings_of(account, as_at).select_related("case__body", "case__complainant").order_by("-id")[:MOST]
    back = dict.fromkeys((row.pk for row in rows), 0)
    waiting = AdvocateDraft.objects.filter(naming__in=list(back), state=DraftState.BACK.value)
    for naming in waiting.values_list("naming", flat=True):
        back[naming] += 1
    helped = (_helped(row, as_at, sent_back=back[row.pk]) for row in rows)
    return tuple(sorted(helped, key=_soonest))


def case_helped(account: int, case: str, as_at: date, *, now: datetime) -> CaseHelped:
    """One case to its advocate; raises NotFound where they are not named on it now. That they looked is kept."""
    row = named_on(account, case, on=as_at)
    reads = naming_of(row).lets(Help.READ, as_at)
    shown = CaseHelped(
        reference=row.case.reference,
        reference_shown=reference_shown(row.case.reference),
        person=row.case.complainant.name,
        body_name=row.case.body.name,
        helps=frozenset(map(Help, row.helps)),
        until_on=row.until_on,
        drafts=drafts_of(row),
        meeting=_meeting(row, as_at) if Help.MEET.value in row.helps else None,
        case=page_shown(row.case, as_at) if reads else None,
    )
    keep_look_by_advocate(row.case_id, row.pk, now=now)
    return shown


def case_to_write(account: int, case: str, as_at: date, *, now: datetime) -> CaseToWrite:
    """A case for which an advocate writes, with their drafts; raises NotFound where the person does not let them."""
    row = named_on(account, case, on=as_at, what=Help.WRITE)
    keep_look_by_advocate(row.case_id, row.pk, now=now)
    return CaseToWrite(
        reference=row.case.reference,
        reference_shown=reference_shown(row.case.reference),
        person=row.case.complainant.name,
        body_name=row.case.body.name,
        drafts=drafts_of(row),
    )


def letter_for_advocate(
    account: int, case: str, number: int, as_at: date, *, now: datetime, means: Means | None = None
) -> PaperContent:
    """A letter that was sent to the person, to an advocate who may read; raises NotFound for anything else."""
    row = named_on(account, case, on=as_at, what=Help.READ)
    paper = letter_to_the_person(row.case, number, as_at, means=means or means_of_this_site())
    keep_look_by_advocate(row.case_id, row.pk, now=now, look=Look.PAPER, document=number)
    return paper


def write_file_for_advocate(
    account: int, case: str, place: Path, as_at: date, *, now: datetime, means: Means | None = None
) -> str:
    """Write the person's own file, to take it to the Ombudsman for them, and return the reference.

    Raises NotFound where the person did not choose that, or the Ombudsman is not open to them yet.
    """
    row = named_on(account, case, on=as_at, what=Help.OMBUDSMAN)
    if LinkAct.OMBUDSMAN not in page_shown(row.case, as_at).acts:
        raise NotFound
    write_file_of(row.case, place, as_at, means=means or means_of_this_site())
    keep_look_by_advocate(row.case_id, row.pk, now=now, look=Look.WHOLE_FILE)
    return row.case.reference


def _meeting(row: NamedAdvocate, as_at: date) -> MeetingHelped | None:
    ahead = meeting_ahead(row.case, as_at)
    if ahead is None:
        return None
    starts = ahead.starts.astimezone(LONDON)
    events = facts_of.chronology_of(row.case, facts_of.programmes_of(row.case))
    return MeetingHelped(starts=starts, place=ahead.place, comes=comes_to(events, row.entry, starts.date()))


def _helped(row: NamedAdvocate, as_at: date, *, sent_back: int) -> PersonHelped:
    helps = frozenset(map(Help, row.helps))
    programmes = facts_of.programmes_of(row.case)
    position = facts_of.position_of(programmes, facts_of.chronology_of(row.case, programmes), as_at)
    promises = promised_next(promises_to_the_person(position, programmes, as_at)) if Help.READ in helps else ()
    return PersonHelped(
        reference=row.case.reference,
        reference_shown=reference_shown(row.case.reference),
        person=row.case.complainant.name,
        body_name=row.case.body.name,
        is_open=position.status is CaseStatus.OPEN,
        helps=helps,
        until_on=row.until_on,
        next=promises[0] if promises else None,
        sent_back=sent_back,
    )


def _soonest(helped: PersonHelped) -> tuple[bool, date, str]:
    by = helped.next.by if helped.next else None
    return not helped.is_open, by or date.max, helped.reference
