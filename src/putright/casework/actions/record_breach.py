"""Personal details went astray, by a letter to the wrong person above all."""

from datetime import date, datetime, time
from typing import Final

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.breaches import FOUND, RULES, How, why_not_so_many
from putright.domain.chronology import FactValue
from putright.domain.periods import LONDON
from putright.domain.vocabulary import SENT_BY_THE_BODY
from putright.records.models import OutboxLetter
from putright.records.models.outbox_letter import State

NOT_DELIVERED: Final = "delivery_failed"


def record_breach(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    how: How,
    known_at: time | None = None,
    people: int = 1,
    letter: int | None = None,
    not_had: bool = False,
) -> Done:
    """Record that personal details went astray: UK GDPR article 33.

    `on` is the day on which the body came to know of it, `known_at` the time, from which 72 hours run. `letter` is the
    number of the letter that went astray; where the right person has not had it, what it did is owed again.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_so_many(people))
        at = datetime.combine(on, known_at, LONDON) if known_at else None
        if at is not None and at > now:
            raise refused("in-the-future", "That time is still to come. Say when it became known.")
        bring_over(hand, RULES)
        paper = hand.keep_text("breach", "What went astray", words)
        facts: dict[str, FactValue] = {"how": how.value, "people": people}
        hand.note(FOUND, at=at, facts=facts, papers=[paper])
        if letter is not None:
            _astray(hand, letter, not_had=not_had)
    return hand.done()


def _astray(hand: CaseInHand, number: int, *, not_had: bool) -> None:
    row = OutboxLetter.objects.filter(case=hand.case, document__number=number, state=State.POSTED.value).first()
    if row is None:
        raise refused("no-such-letter", f"Letter {number} of this case has not gone, so it cannot have gone astray.")
    known = {event.id for event in hand.events}
    for record in row.records if not_had else ():
        if record["event"] in SENT_BY_THE_BODY and str(record.get("entry")) in known:
            hand.note(NOT_DELIVERED, about=record["entry"], facts={"channel": row.channel})
