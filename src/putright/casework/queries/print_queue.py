"""Which letters of a body wait to be printed and posted, the oldest first?"""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from putright.casework.adjustments import wanted_of_a_letter
from putright.casework.letter_queue import WAITING
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.channels import Channel
from putright.domain.references import reference_shown
from putright.records.models import OutboxLetter
from putright.records.visible_to import visible_to

MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedLetter:
    """A letter that has not gone: of which case, which letter, to whom, and whether it has been printed."""

    reference: str
    reference_shown: str
    version: int
    number: int
    name: str
    title: str
    complainant: str
    made_on: date
    is_printed: bool
    wanted: tuple[str, ...]  # what is to be thought of before it goes, such as large print


def print_queue(actor: Actor) -> tuple[QueuedLetter, ...]:
    """The letters that somebody may print and post; none for those who may not handle cases."""
    if why_not_here(actor, Deed.HANDLE) is not None:
        return ()
    waiting = OutboxLetter.objects.filter(body=actor.body_id, state__in=WAITING, channel=Channel.LETTER.value)
    # Their cases first, which are few, and of these the ones to be seen: asked at once, PostgreSQL reads every case.
    # In the order of their index: SQLite, asked in none or for each case once, reads every letter there is.
    cases = set(waiting.order_by("state", "made_on", "id").values_list("case", flat=True))
    seen = set(visible_to(actor).filter(pk__in=cases).values_list("pk", flat=True))
    letters = waiting.select_related("document", "case__complainant", "case__patient").order_by("made_on", "id")
    rows = islice((letter for letter in letters if letter.case_id in seen), MOST)
    return tuple(
        QueuedLetter(
            reference=row.case.reference,
            reference_shown=reference_shown(row.case.reference),
            version=row.case.version,
            number=row.document.number,
            name=row.name,
            title=row.document.title,
            complainant=row.case.complainant.name,
            made_on=row.made_on,
            is_printed=row.printed_at is not None,
            wanted=wanted_of_a_letter(row),
        )
        for row in rows
    )
