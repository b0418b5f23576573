"""For a time it is limited how the person contacts the body."""

from collections.abc import Sequence
from datetime import date, datetime

from putright.casework.contact import latest_of, on_the_ladder
from putright.casework.contact_written import (
    Considered,
    LimitTold,
    paper_of_reasons,
    refuse_without_entries,
    write_limit,
)
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.contact import ContactTerm, LimitSaid, Rung, why_not_limit


def limit_contact(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    terms: frozenset[ContactTerm],
    arranged: str,
    until: date,
    why: str,
    entries: Sequence[int],
    considered: Considered,
    helps: str = "",
    danger: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Limit contact until a day, over all cases of the person, after a warning that did not help.

    `arranged` says exactly how they reach the body meanwhile, in words for them. It holds once the letter has gone.
    """
    with performing(Deed.LIMIT, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        here = on_the_ladder(hand)
        here.refuse_named()
        refuse_without_entries(entries)
        said = LimitSaid(
            terms=terms, until=until, evidence_on=latest_of(hand, entries), is_dangerous=bool(danger.strip())
        )
        refuse(why_not_limit(here.ladder, said, on=on))
        paper = paper_of_reasons(hand, "Why contact is limited", why, considered, entries, danger)
        told = LimitTold(arranged=arranged, why=why, helps=helps, channel=channel)
        write_limit(here, Rung.LIMIT, said, told, reasons=paper)
    return hand.done()
