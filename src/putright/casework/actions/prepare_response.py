"""The response is drafted."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.response_draft import KIND, Draft, as_text, letter_of
from putright.domain.access import Actor, Deed
from putright.letters.composition import compose


def prepare_response(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    draft: Draft,
) -> Done:
    """Keep a draft of the response, complete or not; a later draft takes the place of an earlier one."""
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        paper = hand.keep_text(KIND, "Draft of the response", as_text(draft))
        hand.record("response_prepared", papers=[paper])
        if hand.means.laid_out is not None:
            hand.means.laid_out.append(compose("final-response", letter_of(hand, draft, None), draft=True))
    return hand.done()
