"""Whoever follows a complaint asks what the answer leaves open."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import ActionRefused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done
from putright.domain.afterwards import ASKED, RULES
from putright.domain.answered import NOT_ANSWERED, may_ask_about
from putright.domain.channels import Channel


def ask_about_answer(*, link: int, words: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record what is asked, a question a line; an answer to it is owed from now on. A closed case stays closed.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, there is
    no answer yet, or nothing is written.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        if not may_ask_about(hand.position, tuple(hand.events)):
            raise ActionRefused(NOT_ANSWERED)
        bring_over(hand, RULES)
        paper = hand.keep_text("questions", "What is asked about the answer", words)
        hand.record(ASKED, facts={"channel": Channel.ONLINE.value}, papers=[paper])
    return hand.done()
