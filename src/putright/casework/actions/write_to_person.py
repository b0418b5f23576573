"""A short message is written to the person, who reads it on the page of their complaint."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.page_talk import tell_of_news
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.deaths import Who, why_not_write_to
from putright.domain.page_talk import RULES, SENT, TOLD

TITLE: Final = "A message to the person"
ONLINE: Final = {"channel": Channel.ONLINE.value}
_NOT_TOLD: Final = (
    "No email tells the person of it, because they have not agreed to email. They read it when they next open their"
    " page. If it cannot wait, ring them or send a letter."
)


def write_to_person(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    is_update: bool = False,
) -> Done:
    """Write a message that stands on the page of the complaint at once; an email without contents says so.

    It answers what the person sent before. `is_update` says that it tells them how it is going: then that is met too.
    What the Regulations want as a letter is no message.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_write_to(Who.COMPLAINANT, hand.case.complainant.death_learnt_on))
        bring_over(hand, RULES)
        paper = hand.keep_text("message-sent", TITLE, words)
        hand.note(SENT, at=now if hand.on == hand.today else None, facts=ONLINE, papers=[paper])
        if is_update:
            hand.record(TOLD, facts=ONLINE)
        is_told = tell_of_news(hand)
    return replace(hand.done(), then="" if is_told else _NOT_TOLD)
