"""A commissioner finds which provider a complaint is about."""

from datetime import date, datetime

from putright.casework.commissioning import is_commissioner
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.other_bodies import BodyTold, keep_body, other_body
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.right_body import provider_named, why_not_commissioning


def name_provider(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    provider: BodyTold,
) -> Done:
    """Record that the complaint is about a provider that this body pays: what regulation 7 asks begins with it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_commissioning(is_commissioner=is_commissioner(hand), has_provider=True))
        body = other_body(hand, provider)
        known = provider_named(hand.events)
        if known is not None and known.facts.get("body") == body.code:
            raise refused("already-named", "This provider is on the file already.")
        hand.record("provider_named", facts={"body": body.code}, papers=[keep_body(hand, body)])
    return hand.done()
