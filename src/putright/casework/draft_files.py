"""Which files wait beside what an advocate writes? As those of a form: on no case, until the person sends them."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from putright.casework.form_files import FormFileShown, add_in, digest_of, files_on, files_to_send
from putright.casework.kept_files import let_go
from putright.casework.means import Means
from putright.casework.said import FileSaid
from putright.domain.advocate_drafts import ALIVE, DraftKind, DraftState
from putright.records.models import AdvocateDraft, FormFile, NamedAdvocate


def form_of(naming: NamedAdvocate, kind: DraftKind) -> str:
    """What the files of a draft wait under: there is one draft of a kind at a time."""
    return f"advocate-draft.{naming.pk}.{kind.value}"


def files_of(row: AdvocateDraft) -> tuple[FormFileShown, ...]:
    """The files of a draft, in the order in which they were chosen."""
    return files_on(form_of(row.naming, DraftKind(row.kind))) if row.form_digest else ()


def add_files(row: AdvocateDraft, files: Iterable[FileSaid], *, now: datetime, means: Means) -> None:
    """Let files wait beside a draft, inside the transaction that changes it; raises ActionRefused for one too many."""
    form = form_of(row.naming, DraftKind(row.kind))
    row.form_digest = digest_of(form)
    for file in files:
        add_in(form, file, means, now)


def take_file_off(row: AdvocateDraft, number: int, *, means: Means) -> None:
    """Leave nothing of one file; one that is gone already is gone."""
    if row.form_digest:
        _forget(FormFile.objects.filter(form_digest=row.form_digest, number=number), means)


def files_that_go(row: AdvocateDraft, chosen: Collection[int] | None, *, means: Means) -> tuple[FileSaid, ...]:
    """Those that the person chose to send, or all; raises ActionRefused where one is gone or holds a virus."""
    form = form_of(row.naming, DraftKind(row.kind))
    return files_to_send(form, means=means, only=chosen) if row.form_digest else ()


def forget_files_of(rows: QuerySet[AdvocateDraft], *, means: Means) -> None:
    """Leave nothing of the files of drafts; those that a case has by now stay with the case."""
    digests = rows.exclude(form_digest="").values("form_digest")
    _forget(FormFile.objects.filter(form_digest__in=digests), means)


def drop_lapsed_drafts(means: Means, *, on: date, now: datetime) -> int:
    """Leave nothing of what was not sent of advocates whose last day is over; return how many drafts there were."""
    over = {"naming__until_on__lt": on, "state__in": [state.value for state in ALIVE]}
    with transaction.atomic(durable=True):
        held = list(AdvocateDraft.objects.select_for_update(of=("self",)).filter(**over).values_list("pk", flat=True))
        rows = AdvocateDraft.objects.filter(pk__in=held)
        forget_files_of(rows, means=means)
        return rows.update(state=DraftState.DROPPED.value, words="", answer="", changed_at=now)


def _forget(rows: QuerySet[FormFile], means: Means) -> None:
    names = [row.file_id for row in rows]
    if names:
        rows.delete()
        transaction.on_commit(partial(let_go, means, names))
