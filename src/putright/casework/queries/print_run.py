"""Which letters of a day are to be printed, as one file with a sheet that lists them?"""

from datetime import date, datetime
from typing import Final

from putright.casework.adjustments import wanted_of_a_letter
from putright.casework.errors import NotFound
from putright.casework.letter_queue import WAITING
from putright.casework.looks import keep_looks
from putright.casework.means import Means, means_of_this_site
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.channels import Channel
from putright.domain.looks import Look
from putright.domain.references import reference_shown
from putright.letters.print_run import ToPrint, print_run
from putright.letters.texts import Reader, letter_text
from putright.records.models import OutboxLetter
from putright.records.visible_to import visible_to

MOST: Final = 200
_TO_A_BODY: Final = "Another organisation"
_TO_STAFF: Final = "A member of staff"


def print_run_of(actor: Actor, day: date, *, now: datetime, means: Means | None = None) -> bytes:
    """The letters of a day that wait for the post, as one PDF; that each was read is logged.

    Raises NotFound where none waits, or none that the actor may handle.
    """
    if why_not_here(actor, Deed.HANDLE) is not None:
        raise NotFound
    rows = list(
        OutboxLetter.objects.filter(
            case__in=visible_to(actor), state__in=WAITING, channel=Channel.LETTER.value, made_on=day
        )
        .select_related("case__body", "case__complainant", "case__patient", "document")
        .order_by("id")[:MOST]
    )
    if not rows:
        raise NotFound
    files = (means or means_of_this_site()).files
    letters = [
        ToPrint(
            reference=reference_shown(row.case.reference),
            title=row.document.title,
            to=_to(row),
            wanted=wanted_of_a_letter(row),
            pdf=files.read(row.document.stored_as or ""),
        )
        for row in rows
    ]
    keep_looks(Look.PRINTED, by=actor, now=now, cases=((row.case_id, row.document.number) for row in rows))
    return print_run(rows[0].case.body.name, day, letters)


def _to(row: OutboxLetter) -> str:
    match letter_text(row.name).to:
        case Reader.COMPLAINANT:
            return row.case.complainant.name
        case Reader.PATIENT:
            return row.case.patient.name
        case Reader.STAFF:
            return _TO_STAFF
        case Reader.BODY:
            return _TO_A_BODY
