"""Somebody rang, and there is no case yet, or nobody knows which: the call is kept until a person says."""

from datetime import date, datetime, time
from typing import Final

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import all_or_nothing, day_of
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.entry import why_not_received_on
from putright.domain.incoming import MessageKind, Sign
from putright.domain.periods import LONDON
from putright.domain.sought import KeyKind, keys_of
from putright.records.models import CaseKey, IncomingMessage, Suggestion
from putright.records.models.incoming_message import Lying

LONGEST_CALL_WORDS: Final = 20_000
MOST_CASES: Final = 5
_NOON: Final = time(12)
_DIGEST_BYTES: Final = 32


def note_call(
    *,
    actor: Actor,
    words: str,
    on: date,
    now: datetime,
    name: str = "",
    telephone: str = "",
    means: Means | None = None,
) -> int:
    """Keep a call among what came in, with the cases on which the caller's number is known; return its number there.

    From there it goes on a case, or a complaint is opened from it, received on the day of the call.
    """
    refuse(why_not_here(actor, Deed.HANDLE))
    refuse(why_not_received_on(on, today=day_of(now)))
    said = words.replace("\r\n", "\n").strip()
    if not said:
        raise refused("nothing-written", "Write what was said.")
    if len(said) > LONGEST_CALL_WORDS:
        raise refused("too-long", f"The note is longer than {LONGEST_CALL_WORDS:,} characters. Shorten it.")
    at = now if on == day_of(now) else datetime.combine(on, _NOON, LONDON)
    with all_or_nothing(means) as keeping:
        row = IncomingMessage.objects.create(
            body_id=actor.body_id,
            # Nothing else tells two calls apart, and each is one.
            digest=keeping.means.secrets.random(_DIGEST_BYTES).hex(),
            kind=MessageKind.CALL.value,
            lying=Lying.WAITING.value,
            sender=telephone.strip(),
            sender_name=name.strip(),
            text=said,
            received_at=at,
            taken_at=now,
            taken_by_id=actor.person_id,
        )
        _suggest(row)
    return row.pk


def _suggest(row: IncomingMessage) -> None:
    """Name the cases on which the caller's number is known, the latest first; too short a number has no key."""
    keys = [one.key for one in keys_of(name="", telephone=row.sender) if one.kind is KeyKind.TELEPHONE]
    known = CaseKey.objects.filter(body=row.body_id, kind=KeyKind.TELEPHONE.value, key__in=keys)
    cases = sorted(set(known.values_list("case", flat=True)), reverse=True)[:MOST_CASES]
    Suggestion.objects.bulk_create(
        Suggestion(message=row, case_id=case, place=place, sign=Sign.NUMBER.value, knows_sender=True)
        for place, case in enumerate(cases)
    )
