"""How is a letter sent to another organisation? It has agreed to nothing, and no machine writes to it."""

from collections.abc import Mapping
from dataclasses import replace

from putright.casework.correspondence import correspondence
from putright.casework.errors import refused
from putright.casework.letter_queue import IN_WRITING, queued, refuse_twice, sent, written
from putright.casework.other_bodies import OtherBody
from putright.casework.perform import CaseInHand
from putright.domain.channels import Channel
from putright.domain.chronology import NO_FACTS, FactValue
from putright.letters.every_letter import LetterFacts
from putright.letters.facts import Correspondence
from putright.records.models import OutboxLetter


def to_body(hand: CaseInHand, body: OtherBody) -> Correspondence:
    """The frame of a letter to another organisation."""
    return replace(correspondence(hand, to=hand.case.complainant), recipient=body.recipient)


def send_to_body(
    hand: CaseInHand,
    name: str,
    facts: LetterFacts,
    *,
    channel: Channel = Channel.LETTER,
    saying: Mapping[str, FactValue] = NO_FACTS,
    about: int | None = None,
) -> OutboxLetter:
    """Write a letter to another organisation; by post it waits to be posted, any other way it has gone on this day.

    By email means from the writer's own mailbox: the program sends to nobody whose address it has not been told. Where
    it answers an entry (`about`), several to different organisations may wait at once.
    """
    if channel not in IN_WRITING:
        raise refused("not-in-writing", "A letter goes by post, by email or by hand.")
    refuse_twice(hand, name, about=about)
    letter, paper = written(hand, name, facts)
    hand.permit(letter.events[0])
    row = queued(hand, letter, paper, channel=channel, saying=saying, about=about)
    if channel is Channel.LETTER:
        hand.note("letter_prepared", facts={"letter": name}, papers=[paper])
    else:
        sent(hand, row, papers=[paper])
    return row
