"""A limit on contact is looked at again before its last day: it goes on, or it ends."""

from datetime import date, datetime

from putright.casework.contact import KIND, limit_entry, on_the_ladder
from putright.casework.contact_written import (
    NOTHING_CONSIDERED,
    Considered,
    LimitTold,
    paper_of_reasons,
    write_end,
    write_limit,
)
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.contact import ContactTerm, LimitSaid, Rung, why_not_renew, why_nothing_to_review


def review_contact_limit(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    why: str,
    considered: Considered | None = None,
    until: date | None = None,
    terms: frozenset[ContactTerm] = frozenset(),
    arranged: str = "",
    helps: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Renew a limit until a later day, or end it today where no day is said; the person is written to either way.

    What was considered is asked where it goes on: to end it, a reason will do.
    """
    with performing(Deed.LIMIT, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        here = on_the_ladder(hand)
        here.refuse_named()
        here.refuse_elsewhere()
        if until is None:
            refuse(why_nothing_to_review(here.ladder, on=on))
            paper = hand.keep_text(KIND, "Why the limit ends", why)
            here.decide(Rung.END, papers=[paper], about=limit_entry(hand))
            write_end(here, why=why, channel=channel)
        else:
            said = LimitSaid(terms=terms, until=until, evidence_on=None)
            refuse(why_not_renew(here.ladder, said, on=on))
            asked = considered or NOTHING_CONSIDERED
            paper = paper_of_reasons(hand, "Why the limit is renewed", why, asked, (), "")
            told = LimitTold(arranged=arranged, why=why, helps=helps, channel=channel)
            write_limit(here, Rung.RENEWAL, said, told, reasons=paper, about=limit_entry(hand))
    return hand.done()
