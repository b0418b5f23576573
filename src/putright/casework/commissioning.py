"""Which provider did a commissioner find a complaint to be about?"""

from putright.casework.errors import NotFound, refuse
from putright.casework.other_bodies import OtherBody, kept_body
from putright.casework.perform import CaseInHand
from putright.domain.directory_rows import BodyKind
from putright.domain.right_body import provider_named, why_not_commissioning


def is_commissioner(hand: CaseInHand) -> bool:
    """Whether the body of a case pays others for care."""
    return hand.case.body.kind == BodyKind.COMMISSIONER


def provider_of(hand: CaseInHand) -> OtherBody:
    """The provider that stands on the file; raises ActionRefused where there is none."""
    named = provider_named(hand.events)
    refuse(why_not_commissioning(is_commissioner=is_commissioner(hand), has_provider=named is not None))
    if named is None:
        raise NotFound
    return kept_body(hand, int(named.id or 0), str(named.facts["body"]))
