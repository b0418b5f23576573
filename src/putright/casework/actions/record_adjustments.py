"""Somebody of a case is asked what they need so that they can read, talk and meet."""

from collections.abc import Sequence
from datetime import date, datetime

from putright.casework.adjustments import address_of, to_keep
from putright.casework.deaths import goes_to, person_of
from putright.casework.email_queue import take_out
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import WAITING
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.adjustments import Need, from_stored, why_not_these
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.records.models import OutboxLetter, Person
from putright.records.models.outbox_letter import State

NOTHING_NEEDED = "Nothing in particular."


def record_adjustments(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    whose: Who,
    needs: Sequence[Need] = (),
    words: str = "",
) -> Done:
    """Record all that somebody needs, in place of what was recorded before, with how they said so.

    What was recorded before stays on the file. Where letters may no longer go to an address, those to it that wait for
    the post are put aside, to be written again.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        person = person_of(hand.case, whose)
        refuse(why_not_these(needs))
        kept = to_keep(needs)
        if person.adjustments_on is not None and person.adjustments == kept and not words.strip():
            raise refused("already-recorded", "Just this is recorded already. Say how they confirmed it, if they did.")
        before = address_of(person)
        person.adjustments, person.adjustments_on = kept, hand.on
        person.save(update_fields=["adjustments", "adjustments_on"])
        told = "\n".join(f"- {need.words}" for need in from_stored(kept)) or NOTHING_NEEDED
        paper = hand.keep_text("adjustments", "What somebody needs", "\n\n".join(filter(None, (told, words.strip()))))
        hand.note("adjustments_recorded", facts={"who": whose.value}, papers=[paper])
        put_aside = _put_aside(hand, person) if address_of(person) != before and _is_kept_from_home(person) else 0
    return _done(hand, put_aside)


def _is_kept_from_home(person: Person) -> bool:
    return address_of(person) != tuple(line for line in person.address.splitlines() if line)


def _put_aside(hand: CaseInHand, person: Person) -> int:
    """Put aside every letter to them that waits for the post, for it bears the address; return how many."""
    waiting = OutboxLetter.objects.filter(case=hand.case, state__in=WAITING, channel=Channel.LETTER.value)
    put_aside = 0
    for row in waiting.select_related("document").order_by("pk"):
        who = goes_to(row.name)
        if who is None or person_of(hand.case, who).pk != person.pk:
            continue
        take_out(hand, row)
        row.state = State.CANCELLED
        row.save(update_fields=["state"])
        hand.note("letter_cancelled", facts={"letter": row.name, "reason": "another-address"}, papers=[row.document])
        put_aside += 1
    return put_aside


def _done(hand: CaseInHand, put_aside: int) -> Done:
    done = hand.done()
    if not put_aside:
        return done
    then = "Letters that waited for the post bore the address they may not go to. They are put aside: write them again."
    return Done(reference=done.reference, version=done.version, letter=done.letter, then=then)
