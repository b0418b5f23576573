"""Staff whom a complaint concerns are told of it: that there is one, what the answer says of them, how it ended."""

from collections.abc import Collection
from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.staff_told import (
    EVENTS,
    NEWS_WORDS,
    RULES,
    StaffNews,
    answers_of,
    why_not_for_those_asked,
    why_not_told,
)
from putright.records.models import Document, NamedPerson, Person


def tell_staff(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    news: StaffNews,
    people: Collection[int],
    words: str = "",
    support_told: bool = False,
    channel: Channel = Channel.IN_PERSON,
) -> Done:
    """Record what was told to whom; `people` are of those whom the case names, was asked of or interviewed.

    `words` are what was said, and of the answer what they say to it. How it ended is read on their own page by
    everybody who was asked for a statement there, so its words name nobody.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        told = _concerned(hand, people)
        refuse(why_not_told(news, hand.events, hand.position.status, support_told=support_told))
        if news is StaffNews.OUTCOME:
            refuse(why_not_for_those_asked(words, (hand.case.complainant.name, hand.case.patient.name)))
            refuse(why_not_before_what_it_follows(hand.on, answers_of(hand.events)))
        bring_over(hand, RULES)
        papers = [hand.keep_text("staff-told", "Who was told", "\n".join(told)), *_said(hand, news, words)]
        hand.note(EVENTS[news], facts={"channel": channel.value}, papers=papers)
    return hand.done()


def _concerned(hand: CaseInHand, people: Collection[int]) -> list[str]:
    """Those who were told, by name and post."""
    if not people:
        raise refused("nobody-named", "Choose which of them were told.")
    concerned = NamedPerson.objects.filter(case=hand.case, person__in=people).values("person")
    rows = Person.objects.filter(pk__in=concerned).order_by("name")
    if len(rows) != len(set(people)):
        message = "The case does not concern this member of staff. Ask them, or name them on the case, first."
        raise refused("not-concerned", message)
    return [f"{row.name}, {row.post}" for row in rows]


def _said(hand: CaseInHand, news: StaffNews, words: str) -> list[Document]:
    """Their words or ours; nothing need be written where it was only told that there is a complaint."""
    if news is StaffNews.COMPLAINT:
        return hand.keep_if_said("staff-told", NEWS_WORDS[news], words)
    return [hand.keep_text("staff-told", NEWS_WORDS[news], words)]
