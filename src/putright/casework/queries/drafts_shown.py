"""What have advocates written for the people who named them, and how far has it come?"""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.advocates import standing_on
from putright.domain.advocate_drafts import ALIVE, DraftKind, DraftState
from putright.records.models import AdvocateDraft, Case, NamedAdvocate


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftShown:
    """A draft, as its advocate and the person see it."""

    number: int
    kind: DraftKind
    state: DraftState
    words: str
    answer: str
    saves: int
    changed_at: datetime
    by: str  # the advocate's name


def drafts_of(row: NamedAdvocate) -> tuple[DraftShown, ...]:
    """What an advocate wrote on a case that is with somebody still, the oldest first."""
    found = AdvocateDraft.objects.filter(naming=row, state__in=[state.value for state in ALIVE])
    return tuple(map(draft_shown, found.select_related("naming").order_by("id")))


def drafts_to_read(case: Case, on: date) -> tuple[DraftShown, ...]:
    """What waits to be read by the person, of those whom they name on a day: for them alone, not for the body."""
    rows = AdvocateDraft.objects.filter(naming__in=standing_on(case, on), state=DraftState.WAITING.value)
    return tuple(map(draft_shown, rows.select_related("naming").order_by("id")))


def draft_shown(row: AdvocateDraft) -> DraftShown:
    """One draft."""
    return DraftShown(
        number=row.pk,
        kind=DraftKind(row.kind),
        state=DraftState(row.state),
        words=row.words,
        answer=row.answer,
        saves=row.saves,
        changed_at=row.changed_at,
        by=row.naming.name,
    )
