"""What have advocates written for the people who named them, and how far has it come?"""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.advocates import standing_on
from putright.casework.draft_files import files_of
from putright.casework.errors import NotFound, refuse
from putright.casework.form_files import FormFileShown
from putright.casework.looks import keep_look_by_link
from putright.casework.means import Means, means_of_this_site
from putright.casework.open_link import refuse_ended
from putright.casework.said import FileSaid
from putright.domain.advocate_drafts import ALIVE, DraftKind, DraftState
from putright.domain.scanning import Scan, why_not_opened
from putright.gateways.file_store import FileMissing
from putright.records.models import AdvocateDraft, Case, FollowLink, FormFile, NamedAdvocate


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
    files: tuple[FormFileShown, ...] = ()  # what waits with it


def drafts_of(row: NamedAdvocate) -> tuple[DraftShown, ...]:
    """What an advocate wrote on a case that is with somebody still, the oldest first."""
    found = AdvocateDraft.objects.filter(naming=row, state__in=[state.value for state in ALIVE])
    return tuple(map(draft_shown, found.select_related("naming").order_by("id")))


def drafts_to_read(case: Case, on: date) -> tuple[DraftShown, ...]:
    """What waits to be read by the person, of those whom they name on a day: for them alone, not for the body."""
    rows = AdvocateDraft.objects.filter(naming__in=standing_on(case, on), state=DraftState.WAITING.value)
    return tuple(map(draft_shown, rows.select_related("naming").order_by("id")))


def draft_file_by_link(
    link: int, draft: int, number: int, on: date, *, now: datetime, means: Means | None = None
) -> FileSaid:
    """A file of a draft that waits for the person, by the link that was opened, to be looked at before it is sent.

    Raises NotFound for any other, and ActionRefused for a link that has ended or a file that may hold a virus.
    """
    held = FollowLink.objects.select_related("case").filter(pk=link).first()
    if held is None:
        raise NotFound
    refuse_ended(held, on)
    rows = AdvocateDraft.objects.filter(naming__in=standing_on(held.case, on), state=DraftState.WAITING.value)
    row = rows.exclude(form_digest="").filter(pk=draft).first()
    file = FormFile.objects.filter(form_digest=row.form_digest, number=number).first() if row else None
    if file is None:
        raise NotFound
    scan = Scan(file.file.scan)
    refuse(why_not_opened(scan))
    try:
        content = (means or means_of_this_site()).files.read(file.file_id)
    except FileMissing:
        raise NotFound from None
    keep_look_by_link(held.case_id, now=now)
    return FileSaid(name=file.name, media_type=file.media_type, content=content, scan=scan)


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
        files=files_of(row),
    )
