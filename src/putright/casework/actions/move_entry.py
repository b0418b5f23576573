"""A note or a message was put on the wrong case: it is moved to the right one, and its words are there alone."""

from datetime import date, datetime

from django.db import connection

from putright.casework.entries import entry_numbered
from putright.casework.errors import refuse, refused
from putright.casework.file_prints import forget_files_of
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.casework.two_cases import performing_on_both
from putright.domain.access import Actor, Deed
from putright.domain.chronology import Event
from putright.domain.misplaced import AWAY, HERE, MOVED_TITLE, why_not_moved
from putright.domain.references import reference_shown
from putright.gateways.file_store import FileMissing
from putright.records.models import Document
from putright.records.models import Event as EventRow


def move_entry(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    entry: int,
    other: str,
    why: str,
) -> Done:
    """Take an entry back as a mistake here, and make it on the other case, on its own day; both chronologies say so.

    Its papers are taken away here, the files that were made of this case too: what is left is that there were some, and
    their digests. The day is that of the other case's receipt where the entry is older.
    """
    with performing_on_both(
        Deed.HANDLE, actor=actor, case=case, other=other, on=on, now=now, version=version, means=means
    ) as both:
        this, that = both.this, both.other
        moved = entry_numbered(this.events, entry)
        if moved is None:
            raise refused("no-such-entry", f"There is no entry {entry} in this case that still stands.")
        papers = _papers_of(this, entry)
        refuse(why_not_moved(moved, this.events, [paper.number for paper in papers]))
        _enter_there(that, moved, papers)
        for hand, event, from_or_to in ((that, HERE, this), (this, AWAY, that)):
            paper = hand.keep_text("correction", "Why an entry was moved", why)
            hand.note(event, facts={"case": from_or_to.case.reference}, papers=[paper])
        this.note("entered_in_error", corrects=entry)
        _take_away(this, papers)
    then = (
        f"Its words are on {reference_shown(that.case.reference)} alone now. If anybody saw them who should not have,"
        " record that personal details went astray."
    )
    return Done(reference=this.case.reference, version=this.case.version, then=then)


def _papers_of(hand: CaseInHand, entry: int) -> list[Document]:
    row = EventRow.objects.get(case=hand.case, number=entry)
    numbers = [number for number, _ in row.papers]
    there = Document.objects.filter(case=hand.case, number__in=numbers, disposed_on__isnull=True)
    return list(there.select_related("file").order_by("number"))


def _enter_there(hand: CaseInHand, moved: Event, papers: list[Document]) -> None:
    try:
        again = [hand.keep_again(paper) for paper in papers]
    except FileMissing:
        message = (
            "A file of this entry is not where it was stored, so it cannot be moved. Tell whoever looks after Putright:"
            " a backup has it."
        )
        raise refused("file-missing", message) from None
    on = max(moved.on, hand.case.received_on)
    hand.note(moved.event, on=on, at=moved.at if on == moved.on else None, facts=moved.facts, papers=again)


def _take_away(hand: CaseInHand, papers: list[Document]) -> None:
    """Take the words and files away here; the salt too, without which nobody can try words against a digest."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")  # what is taken away is overwritten, not only let go
    Document.objects.filter(pk__in=[paper.pk for paper in papers]).update(
        title=MOVED_TITLE, text=None, file=None, salt="", disposed_on=hand.today
    )
    forget_files_of(hand.case)
