"""A plain complaint is concluded, answered and signed in one go."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.issue_outcomes import OutcomeSaid, decide
from putright.casework.letter_queue import refuse_channel, refuse_twice
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.response_draft import KIND, Draft, as_text, latest_draft
from putright.casework.signing import sign
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def answer_at_once(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    outcomes: tuple[OutcomeSaid, ...],
    draft: Draft,
    channel: Channel = Channel.LETTER,
    why_as_it_is: str = "",
) -> Done:
    """Record how each issue came out, the draft and the signature, in one transaction: regulation 14(2).

    For whoever may sign and has looked into a plain complaint themselves. Nothing that the response needs is left out:
    it is refused for the same reasons as its steps one by one.
    """
    with performing(Deed.SIGN, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse_channel(hand, channel)
        refuse_twice(hand, "final-response")
        if latest_draft(hand.case) is not None:
            raise refused("already-drafted", "A response has been drafted. Sign it, or prepare another draft.")
        for said in outcomes:
            decide(hand, said)
        hand.record("response_prepared", papers=[hand.keep_text(KIND, "Draft of the response", as_text(draft))])
        sign(hand, draft, channel, why_as_it_is)
    return hand.done()
