"""Something is noted on the file: a telephone call, above all, and what was promised in it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from putright.casework.adjustments import needs_of
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.adjustments import why_not_ring
from putright.domain.calls import PROMISES, Direction, SpokenWith, why_not_so_long
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.entry import why_not_a_promise

NOT_TO_BE_RUNG: Final = (
    "This person has asked not to be telephoned. Say sorry in writing, and record it if it has done harm."
)
_WE_RANG: Final = (Direction.WE_RANG, Direction.NO_ANSWER)
NOTE_TITLES: Final = {
    Channel.TELEPHONE: "Telephone call",
    Channel.IN_PERSON: "Conversation",
    Channel.EMAIL: "Email",
    Channel.LETTER: "Letter",
    Channel.TEXT: "Text message",
    Channel.VOICEMAIL: "Voice message",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Who spoke with whom: a call has a direction; `name` is for the file alone, `minutes` where somebody says."""

    direction: Direction | None = None
    spoken_with: SpokenWith = SpokenWith.COMPLAINANT
    name: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised in passing, in words for the file, and by which day."""

    words: str
    by: date


def add_file_note(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    channel: Channel = Channel.TELEPHONE,
    call: Call | None = None,
    promise: Promise | None = None,
) -> Done:
    """Put a note on the file of the case; what was promised becomes a duty with its date, until it is kept."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        facts: dict[str, FactValue] = {"channel": channel.value}
        with_whom = ""
        if call is not None:
            facts |= _facts(call)
            with_whom = _with(call)
        title = NOTE_TITLES.get(channel, "Note")
        paper = hand.keep_text("file-note", title, f"{with_whom}{words}" if words.strip() else words)
        note = hand.note("note_made", facts=facts, papers=[paper])
        if promise is not None:
            _promise(hand, promise, channel, about=note)
    done = hand.done()
    return replace(done, then=NOT_TO_BE_RUNG) if _was_not_to_be_rung(hand, channel, call) else done


def _was_not_to_be_rung(hand: CaseInHand, channel: Channel, call: Call | None) -> bool:
    """Whether somebody was rung who has asked not to be: it goes on record all the same."""
    if channel is not Channel.TELEPHONE or call is None or call.direction not in _WE_RANG:
        return False
    people = {SpokenWith.COMPLAINANT: hand.case.complainant, SpokenWith.PATIENT: hand.case.patient}
    person = people.get(call.spoken_with)
    return person is not None and why_not_ring(needs_of(person)) is not None


def _promise(hand: CaseInHand, promise: Promise, channel: Channel, *, about: int) -> None:
    refuse(why_not_a_promise(promise.by, on=hand.on))
    bring_over(hand, PROMISES)
    paper = hand.keep_text("promise", "What was promised", promise.words)
    facts: dict[str, FactValue] = {"date": promise.by, "channel": channel.value}
    hand.note("promise_made", about=about, facts=facts, papers=[paper])


def _facts(call: Call) -> dict[str, FactValue]:
    refuse(why_not_so_long(call.minutes))
    if call.spoken_with is SpokenWith.SOMEBODY_ELSE and not call.name.strip():
        raise refused("nobody-named", "Say who it was: a name, or how they are known, such as “a neighbour”.")
    facts: dict[str, FactValue] = {"with": call.spoken_with.value}
    if call.direction is not None:
        facts["direction"] = call.direction.value
    if call.minutes is not None:
        facts["minutes"] = call.minutes
    return facts


def _with(call: Call) -> str:
    """The name that is for the file alone, before the words of the note."""
    return f"With {call.name.strip()}.\n\n" if call.name.strip() else ""
