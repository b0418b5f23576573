"""What does the person want another organisation to be told and asked, as they said when they complained?"""

from typing import Final

from putright.casework.errors import refused
from putright.casework.office_rules import bring_over
from putright.casework.other_bodies import KIND, UNLISTED, bodies_to_choose
from putright.casework.perform import CaseInHand
from putright.casework.said import TogetherSaid
from putright.domain.channels import Channel

RULES: Final = "joint"  # procedures/office/joint.yaml


def note_together(hand: CaseInHand, said: TogetherSaid, channel: Channel) -> None:
    """Put the person's wish on the file: that the other is told and looks into it too, or that it is not told.

    What they agree to is what staff ask for otherwise (`ask_to_share`): regulation 9, and the duty of confidence.
    """
    known = dict(bodies_to_choose(hand.on))
    name = known.get(said.code, said.name.strip())
    if said.code not in known and said.code != UNLISTED:
        raise refused("no-such-body", "Choose an organisation of the list, or name another one.")
    if not name:
        raise refused("no-name", "Say the name of the other organisation.")
    if said.code == hand.case.body.code:
        raise refused("own-body", "This is the organisation that you complain to. Choose the other one.")
    paper = hand.keep_text(KIND, "The other organisation", name)
    facts = {"body": said.code, "channel": channel.value}
    if not said.may_share:
        hand.note("sharing_refused", facts=facts, papers=[paper])
        return
    hand.note("sharing_agreed", facts=facts, papers=[paper])
    bring_over(hand, RULES)
    hand.note("joint_asked", facts={"body": said.code}, papers=[paper])
