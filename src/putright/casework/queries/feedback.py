"""Which concerns, questions, compliments and comments has a body, and what is known of one?"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from putright.casework.appointments import in_force
from putright.casework.due_lists import calendar_of
from putright.casework.errors import NotFound, refuse
from putright.casework.feedback_hand import words_of
from putright.domain.access import Actor, Deed, Reach, roles_for, why_not_here
from putright.domain.channels import CHANNEL_WORDS, Channel
from putright.domain.feedback import Ending, FeedbackKind, FeedbackState, Rating
from putright.domain.references import reference_shown
from putright.domain.sought import KeyKind, Sought, after
from putright.records.models import (
    Appointment,
    Body,
    Feedback,
    FeedbackEntry,
    FeedbackKey,
    FeedbackLook,
    FeedbackNote,
    Person,
)
from putright.records.visible_to import feedback_visible_to, visible_to

PAGE_SIZE: Final = 25
SUMMARY: Final = 160  # characters
MOST_FOUND: Final = 25
_LAST: Final = date(9999, 12, 31)


class ShowFeedback(StrEnum):
    """Which of them a list shows."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackLine:
    """One of them in a list."""

    number: int
    kind: FeedbackKind
    state: FeedbackState
    received_on: date
    due_on: date | None
    summary: str
    person: str
    where: str
    rating: Rating | None
    owner: str
    ending: Ending | None
    case: str
    case_shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackList:
    """One page of a list, and how many each list has."""

    show: ShowFeedback
    kind: FeedbackKind | None
    lines: tuple[FeedbackLine, ...]
    page: int
    has_more: bool
    counts: dict[ShowFeedback, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackStep:
    """One entry of its record: what happened, when, who entered it, and the words beside it."""

    words: str
    on: date
    by: str
    said: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackPerson:
    """Who said it, and how to reach them."""

    name: str
    address: tuple[str, ...]
    telephone: str
    email: str
    needs: str
    agrees_to_email: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackShown:
    """All that is known of one; the case is given only to those who may see it."""

    line: FeedbackLine
    version: int
    channel: Channel
    channel_words: str
    words: str
    person: FeedbackPerson | None
    closed_on: date | None
    owner_id: int | None
    about_id: int | None
    about: str
    steps: tuple[FeedbackStep, ...]
    sees_case: bool
    lookers: tuple[tuple[str, int], ...] = field(default=())


def feedback_list(
    actor: Actor,
    as_at: date,
    *,
    show: ShowFeedback = ShowFeedback.OPEN,
    kind: FeedbackKind | None = None,
    page: int = 1,
) -> FeedbackList:
    """Those of the actor's body that they may see: open ones by their date, those that have ended the last first."""
    refuse(why_not_here(actor, Deed.LISTEN))
    seen = feedback_visible_to(actor)
    of_kind = seen.filter(kind=kind.value) if kind else seen
    begin = (max(page, 1) - 1) * PAGE_SIZE
    rows = list(_ordered(_shown(of_kind, show, as_at), show)[begin : begin + PAGE_SIZE + 1])
    return FeedbackList(
        show=show,
        kind=kind,
        lines=tuple(_line(row, actor) for row in rows[:PAGE_SIZE]),
        page=max(page, 1),
        has_more=len(rows) > PAGE_SIZE,
        counts=_counts(of_kind, as_at),
    )


def feedback_shown(actor: Actor, number: int, *, now: datetime) -> FeedbackShown:
    """One of them with all that was done about it; that it was looked at is kept."""
    refuse(why_not_here(actor, Deed.LISTEN))
    row = _joined(feedback_visible_to(actor)).filter(number=number).first()
    if row is None:
        raise NotFound
    found = _whole(row, actor)
    FeedbackLook.objects.create(feedback=row, person_id=actor.person_id, at=now)
    return found


def find_feedback(actor: Actor, meant: Sought, *, now: datetime) -> tuple[FeedbackLine, ...]:
    """Those whose person may be meant by what was typed, the last received first; that each was shown is kept."""
    if why_not_here(actor, Deed.LISTEN) is not None or not meant.is_anything:
        return ()
    numbers = _keys(actor.body_id, meant)
    if numbers is None:
        return ()
    seen = _joined(feedback_visible_to(actor)).filter(pk__in=numbers).order_by("-received_on", "-pk")[:MOST_FOUND]
    rows = list(seen)
    looks = (FeedbackLook(feedback=row, person_id=actor.person_id, was_found=True, at=now) for row in rows)
    FeedbackLook.objects.bulk_create(looks)
    return tuple(_line(row, actor) for row in rows)


def can_listen(actor: Actor) -> dict[int, str]:
    """Who at the body may keep feedback today: their names by their numbers."""
    roles = [role.value for role in roles_for(Deed.LISTEN, Reach.ALL)]
    held: QuerySet[Appointment] = in_force(actor.on).filter(body=actor.body_id, role__in=roles)
    return dict(held.order_by("person__name").values_list("person", "person__name"))


def next_working_day(actor: Actor, day: date) -> date:
    """The next working day of the actor's body after a day."""
    return calendar_of(Body.objects.get(pk=actor.body_id), actor.on).add(day, 1)


def _shown(rows: QuerySet[Feedback], show: ShowFeedback, as_at: date) -> QuerySet[Feedback]:
    match show:
        case ShowFeedback.OPEN:
            return rows.filter(state=FeedbackState.OPEN.value)
        case ShowFeedback.OVERDUE:
            return rows.filter(state=FeedbackState.OPEN.value, due_on__lt=as_at)
        case ShowFeedback.CLOSED:
            return rows.filter(state=FeedbackState.CLOSED.value)
        case ShowFeedback.COMPLAINT:
            return rows.filter(state=FeedbackState.COMPLAINT.value)


def _ordered(rows: QuerySet[Feedback], show: ShowFeedback) -> QuerySet[Feedback]:
    joined = _joined(rows)
    if show in (ShowFeedback.OPEN, ShowFeedback.OVERDUE):
        return joined.order_by(Coalesce("due_on", _LAST), "received_on", "pk")
    return joined.order_by("-received_on", "-pk")


def _joined(rows: QuerySet[Feedback]) -> QuerySet[Feedback]:
    return rows.select_related("person", "owner", "about", "case")


def _counts(rows: QuerySet[Feedback], as_at: date) -> dict[ShowFeedback, int]:
    states = {ShowFeedback(each.value): Q(state=each.value) for each in FeedbackState}
    wanted = {**states, ShowFeedback.OVERDUE: Q(state=FeedbackState.OPEN.value, due_on__lt=as_at)}
    found = rows.aggregate(**{show.value: Count("pk", filter=which) for show, which in wanted.items()})
    return {show: found[show.value] for show in ShowFeedback}


def _line(row: Feedback, actor: Actor) -> FeedbackLine:
    words = " ".join(row.words.split())
    return FeedbackLine(
        number=row.number,
        kind=FeedbackKind(row.kind),
        state=FeedbackState(row.state),
        received_on=row.received_on,
        due_on=row.due_on,
        summary=words if len(words) <= SUMMARY else f"{words[:SUMMARY].rsplit(' ', 1)[0]} …",
        person=row.person.name if row.person else "",
        where=row.where,
        rating=Rating(row.rating) if row.rating else None,
        owner=row.owner.name if row.owner else "",
        ending=Ending(row.ending) if row.ending else None,
        case=row.case.reference if row.case else "",
        case_shown=reference_shown(row.case.reference) if row.case else "",
    )


def _whole(row: Feedback, actor: Actor) -> FeedbackShown:
    audits = why_not_here(actor, Deed.AUDIT) is None
    return FeedbackShown(
        line=_line(row, actor),
        version=row.version,
        channel=Channel(row.channel),
        channel_words=CHANNEL_WORDS[Channel(row.channel)],
        words=row.words,
        person=_person(row.person) if row.person else None,
        closed_on=row.closed_on,
        owner_id=row.owner_id,
        about_id=row.about_id,
        about=row.about.name if row.about else "",
        steps=tuple(_steps(row)),
        sees_case=row.case_id is not None and visible_to(actor).filter(pk=row.case_id).exists(),
        lookers=_lookers(row) if audits else (),
    )


def _steps(row: Feedback) -> list[FeedbackStep]:
    notes = dict(FeedbackNote.objects.filter(feedback=row).values_list("entry", "words"))
    entries = FeedbackEntry.objects.filter(feedback=row).select_related("by").order_by("number")
    return [
        FeedbackStep(
            words=words_of(entry.event),
            on=entry.on,
            by=entry.by.name,
            said=tuple(str(value) for value in entry.facts.values()),
            note=notes.get(entry.number, ""),
        )
        for entry in entries
    ]


def _lookers(row: Feedback) -> tuple[tuple[str, int], ...]:
    looks = FeedbackLook.objects.filter(feedback=row).values("person__name").annotate(looks=Count("pk"))
    return tuple((one["person__name"], one["looks"]) for one in looks.order_by("person__name"))


def _person(row: Person) -> FeedbackPerson:
    return FeedbackPerson(
        name=row.name,
        address=tuple(row.address.splitlines()),
        telephone=row.telephone,
        email=row.email,
        needs=row.needs,
        agrees_to_email=row.email_agreed_on is not None,
    )


def _keys(body: int, meant: Sought) -> set[int] | None:
    """The numbers of the feedback that has any of what is meant; nothing where nothing of it can be looked up."""
    asked = []
    if meant.email:
        asked.append(_by(body, KeyKind.EMAIL, meant.email))
    if meant.telephone:
        asked.append(_beginning(body, KeyKind.TELEPHONE, meant.telephone))
    if meant.words and meant.day is None:
        found = [set(_beginning(body, KeyKind.NAME, word)) for word in meant.words]
        return set.intersection(*found)
    return {number for keys in asked for number in keys} if asked else None


def _by(body: int, kind: KeyKind, key: str) -> QuerySet[FeedbackKey, int]:
    return FeedbackKey.objects.filter(body=body, kind=kind.value, key=key).values_list("feedback", flat=True)


def _beginning(body: int, kind: KeyKind, word: str) -> QuerySet[FeedbackKey, int]:
    keys = FeedbackKey.objects.filter(body=body, kind=kind.value)
    upto = after(word) if word.isascii() else ""
    found = keys.filter(key__gte=word, key__lt=upto, key__startswith=word) if upto else keys.filter(key=word)
    return found.values_list("feedback", flat=True)
