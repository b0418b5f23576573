"""Whoever follows a complaint asks how it is going."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.due_lists import calendar_of
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done
from putright.domain.page_talk import ASKED, RULES, whose_promise, why_not_asked


def ask_for_update(*, link: int, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record that the person wants to hear how it is going: within five working days, or by the day promised sooner.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, nothing
    is looked into, or an update that was asked for is still owed.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        refuse(why_not_asked(hand.position, hand.events))
        promise = whose_promise(hand.position, calendar_of(hand.case.body, on), on=on)
        bring_over(hand, RULES)
        hand.note(ASKED, facts={"promise": promise})
    return hand.done()
