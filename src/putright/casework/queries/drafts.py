"""How did the draft of the response come about: its versions, what was said of each, and what differs between two?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework import facts_of
from putright.casework.draft_versions import Version, check_of, versions_of
from putright.casework.errors import NotFound
from putright.casework.looks import keep_look
from putright.casework.response_draft import Draft, Failing, from_text
from putright.domain.access import Actor
from putright.domain.chronology import Event as Entry
from putright.domain.chronology import in_force
from putright.domain.looks import Look
from putright.domain.references import reference_meant, reference_shown
from putright.domain.response import ActionConfirmation
from putright.domain.side_by_side import Compared, compared
from putright.letters.facts import Improvement
from putright.letters.wording import in_words
from putright.records.models import Case, Document, Event, Person
from putright.records.visible_to import visible_to

CONFIRMATION_WORDS = {
    ActionConfirmation.TAKEN: "Everything that is needed has been done.",
    ActionConfirmation.TAKEN_AND_PROPOSED: "Some of it has been done, the rest will be.",
    ActionConfirmation.PROPOSED: "It will be done.",
    ActionConfirmation.NONE_NEEDED: "Nothing needs to be done.",
    ActionConfirmation.NOT_SATISFIED: "Not satisfied yet.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody said of a draft; `accepted` is said where it was a check."""

    by: str
    on: date
    words: str
    accepted: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version of the draft, who wrote it, and what others said of it."""

    place: int
    made_by: str
    made_at: datetime
    remarks: tuple[Remark, ...]
    is_ready: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCompared:
    """A part of the response in two versions."""

    title: str
    compared: Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsPage:
    """Every version, the latest first, and two of them side by side."""

    reference: str
    reference_shown: str
    complainant: str
    versions: tuple[VersionShown, ...]
    before: int
    after: int
    parts: tuple[PartCompared, ...]


def drafts(actor: Actor, reference: str, *, before: int | None, after: int | None, now: datetime) -> DraftsPage:
    """The versions of the draft, two of them compared: the last two unless others are asked for."""
    meant = reference_meant(reference)
    case = visible_to(actor).select_related("complainant").filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    programmes = facts_of.programmes_of(case)
    events = list(facts_of.chronology_of(case, programmes))
    versions = versions_of(case, events)
    places = {version.place: version for version in versions}
    after = after if after is not None and after in places else len(versions)
    before = before if before is not None and before in places else max(after - 1, min(1, len(versions)))
    if not versions:
        keep_look(Look.CASE, by=actor, now=now, case=case.pk)
    for place in sorted({before, after} & places.keys()):
        keep_look(Look.PAPER, by=actor, now=now, case=case.pk, document=places[place].paper.number)
    return DraftsPage(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        complainant=case.complainant.name,
        versions=tuple(_shown(version, case, events) for version in reversed(versions)),
        before=before,
        after=after,
        parts=tuple(_parts(places[before], places[after])) if versions else (),
    )


def _shown(version: Version, case: Case, events: list[Entry]) -> VersionShown:
    check = check_of(version, events)
    return VersionShown(
        place=version.place,
        made_by=version.paper.made_by.name if version.paper.made_by else "",
        made_at=version.paper.made_at,
        remarks=tuple(_remarks(version, case, events)),
        is_ready=None if check is None else bool(check.facts.get("accepted")),
    )


def _remarks(version: Version, case: Case, events: list[Entry]) -> Iterator[Remark]:
    stands = {int(event.id or 0) for event in in_force(events)}
    rows = Event.objects.filter(case=case, about=version.entry, event__in=("draft_commented", "response_checked"))
    for row in rows.order_by("number") if version.entry is not None else ():
        if row.number not in stands:
            continue
        papers = Document.objects.filter(case=case, number__in=[number for number, _ in row.papers])
        by = Person.objects.filter(pk=row.by_id or 0).values_list("name", flat=True).first()
        yield Remark(
            by=by or "",
            on=row.on,
            words=next((paper.text or "" for paper in papers), ""),
            accepted=bool(row.facts.get("accepted")) if row.event == "response_checked" else None,
        )


def _parts(before: Version, after: Version) -> Iterator[PartCompared]:
    old, new = (_texts(from_text(version.paper.text or "")) for version in (before, after))
    for title in new:
        if old[title] or new[title]:
            yield PartCompared(title=title, compared=compared(old[title], new[title]))


def _texts(draft: Draft) -> dict[str, str]:
    """The parts of a draft in words, by their titles."""
    confirmed = CONFIRMATION_WORDS[draft.action_confirmation] if draft.action_confirmation else ""
    return {
        "How the complaint was considered": draft.how_considered,
        "Apology": draft.apology,
        "What fell short": "\n".join(map(_failing, draft.failings)),
        "What the person asked for": draft.answer_to_wanted,
        "What the staff say": draft.staff_response,
        "Suggestions": "\n".join(draft.suggestions),
        "Whether any action needed has been or will be taken": f"{confirmed}\n{draft.action_details}".strip(),
        "What is put right": "\n".join(map(_improvement, draft.improvements)),
    }


def _failing(one: Failing) -> str:
    return f"Issue {one.issue}: {one.should}\n{one.effect}".strip()


def _improvement(one: Improvement) -> str:
    when = f", done {in_words(one.done_on)}" if one.done_on else f", by {in_words(one.due_on)}" if one.due_on else ""
    return f"{one.what} ({one.who}{when})"
