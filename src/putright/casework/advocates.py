"""How is an advocate named on a case, invited, let in and ended? By the person's word alone, and at once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q, QuerySet

from putright.casework.advocate_notices import tell_advocate
from putright.casework.draft_files import forget_files_of
from putright.casework.email_queue import TO_GO
from putright.casework.errors import ActionRefused, NotFound, refuse, refused
from putright.casework.mailed_links import mail_naming
from putright.casework.meetings import last_agreed
from putright.casework.perform import CaseInHand
from putright.casework.sign_in_links import INVITATION_LASTS, end_links, link_is_over
from putright.domain.advocate_drafts import ALIVE, DraftState
from putright.domain.advocates import ENDED, NAMED, WORKS_HERE, EndedBy, Help, Naming, why_not_named
from putright.domain.chronology import FactValue
from putright.domain.periods import LONDON
from putright.records.models import (
    Account,
    AdvocateDraft,
    AgreedMeeting,
    Case,
    Delivery,
    Document,
    NamedAdvocate,
    Person,
)
from putright.records.models.delivery import Progress
from putright.records.models.page_notice import NoticeKind

_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateSaid:
    """Whom the person names, how to reach them, and what they may do until when: without a day, until it is ended."""

    name: str
    service: str = ""
    email: str = ""
    telephone: str = ""
    helps: frozenset[Help] = frozenset()
    until_on: date | None = None


def naming_of(row: NamedAdvocate) -> Naming:
    """A row as the rules read it."""
    return Naming(
        helps=frozenset(map(Help, row.helps)),
        from_on=row.from_on,
        until_on=row.until_on,
        taken_up=row.taken_up_at is not None,
        ended=row.ended_at is not None,
    )


def standing_on(case: Case, on: date) -> QuerySet[NamedAdvocate]:
    """Those who are named on a case on a day, whether or not they have come yet, in the order of their naming."""
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=on)
    return NamedAdvocate.objects.filter(lasts, case=case, from_on__lte=on, ended_at=None).order_by("entry")


def standing(case: Case, number: int, on: date) -> NamedAdvocate:
    """One of them, by the number of the entry that named them; raises NotFound."""
    row = standing_on(case, on).filter(entry=number).first()
    if row is None:
        raise NotFound
    return row


def name_advocate_in(
    hand: CaseInHand, said: AdvocateSaid, *, facts: dict[str, FactValue], papers: list[Document]
) -> NamedAdvocate:
    """Name somebody, and invite them by email where their address is known; raises ActionRefused where it cannot be."""
    email = _address(said.email) if said.email.strip() else ""
    _refuse_naming(hand, said, email)
    until: dict[str, FactValue] = {"until": said.until_on} if said.until_on else {}
    may = tuple(each.value for each in Help if each in said.helps)
    row = NamedAdvocate.objects.create(
        case=hand.case,
        name=said.name.strip(),
        service=said.service.strip(),
        email=email,
        telephone=said.telephone.strip(),
        helps=list(may),
        entry=hand.note(NAMED, facts={"may": may, **until, **facts}, papers=papers),
        from_on=hand.today,
        until_on=said.until_on,
        made_at=hand.now,
    )
    if email:
        mail_naming(row, lasts=INVITATION_LASTS, now=hand.now, means=hand.means)
    return row


def end_advocate_in(
    hand: CaseInHand, row: NamedAdvocate, by: EndedBy, *, facts: dict[str, FactValue], papers: list[Document]
) -> None:
    """End an advocate's part in the case from now on; nothing is left of what they wrote and nobody sent."""
    row.ended_at, row.ended_by = hand.now, by.value
    row.save(update_fields=["ended_at", "ended_by"])
    end_links(naming=row, now=hand.now)
    alive = AdvocateDraft.objects.filter(naming=row, state__in=[state.value for state in ALIVE])
    forget_files_of(alive, means=hand.means)
    alive.update(state=DraftState.DROPPED.value, words="", answer="", changed_at=hand.now)
    if by is EndedBy.PERSON:
        tell_advocate(row, NoticeKind.ADVOCATE_ENDED, now=hand.now, means=hand.means)
    hand.note(ENDED, about=row.entry, facts={"who": by.value, **facts}, papers=papers)


def end_all_advocates(hand: CaseInHand, *, reason: str) -> None:
    """End them all, where whoever named them speaks for the complaint no longer: they were that person's."""
    for row in standing_on(hand.case, hand.today):
        end_advocate_in(hand, row, EndedBy.PERSON, facts={"reason": reason}, papers=[])


def come_in(row: NamedAdvocate, account: Account, *, now: datetime) -> None:
    """Let the holder of an account in as whom a person named; raises ActionRefused where that cannot be."""
    lasts = row.until_on is None or now.astimezone(LONDON).date() <= row.until_on
    if row.account_id is not None or row.ended_at is not None or not lasts:
        raise link_is_over()
    if Person.objects.filter(body=row.case.body_id, account=account, left_on=None).exists():
        raise ActionRefused(WORKS_HERE)
    row.account, row.taken_up_at = account, now
    row.save(update_fields=["account", "taken_up_at"])
    waits = Delivery.objects.filter(link__naming=row, progress__in=TO_GO)
    waits.update(progress=Progress.STOPPED.value)  # they are here already


def meeting_ahead(case: Case, on: date) -> AgreedMeeting | None:
    """The meeting that is agreed and not over or called off; on its own day it is still ahead."""
    last = last_agreed(case)
    if last is None or last.called_off or last.starts.astimezone(LONDON).date() < on:
        return None
    return last


def how_named(row: NamedAdvocate) -> str:
    """An advocate by their name and their service.

    >>> how_named(NamedAdvocate(name="Nia Example", service="Example Advocates"))
    'Nia Example, Example Advocates'
    """
    return f"{row.name}, {row.service}" if row.service else row.name


def _refuse_naming(hand: CaseInHand, said: AdvocateSaid, email: str) -> None:
    if not said.name.strip():
        raise refused("no-name", "Enter their name.")
    since = hand.now - _A_DAY
    refusal = why_not_named(
        said.helps,
        until_on=said.until_on,
        on=hand.today,
        standing=tuple(standing_on(hand.case, hand.today).values_list("email", flat=True)),
        email=email,
        lately=NamedAdvocate.objects.filter(case=hand.case, made_at__gt=since).count(),
    )
    refuse(refusal)


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise refused("not-an-address", "Enter an email address in the correct format, like name@example.org") from None
    return address
