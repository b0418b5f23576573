"""The person is warned in writing about how they contact the body."""

from collections.abc import Sequence
from datetime import date, datetime

from putright.casework.contact import latest_of, on_the_ladder
from putright.casework.contact_written import Considered, paper_of_reasons, refuse_without_entries
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.contact import Rung, why_not_warn
from putright.letters.contact_facts import ContactWarning


def warn_about_contact(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    what_happened: str,
    what_we_ask: str,
    entries: Sequence[int],
    considered: Considered,
    helps: str = "",
    danger: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Warn the person in writing: what has happened, what is asked of them, and what may follow.

    It counts from the day on which the letter goes. `danger` says why it did not wait for a talk, where it did not.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        here = on_the_ladder(hand)
        here.refuse_named()
        refuse(why_not_warn(here.ladder, on=on, is_dangerous=bool(danger.strip())))
        refuse_without_entries(entries)
        latest_of(hand, entries)
        paper = paper_of_reasons(hand, "Why the person is warned", what_happened, considered, entries, danger)
        here.decide(Rung.WARNING, papers=[paper])
        talk = here.ladder.last(Rung.TALK, on)
        letter = ContactWarning(
            correspondence=correspondence(hand, to=hand.case.complainant),
            what_happened=what_happened,
            what_we_ask=what_we_ask,
            spoken_on=talk.on if talk else None,
            helps=helps.strip() or None,
        )
        row = send_letter(hand, "contact-warning", letter, channel=channel)
        here.take(Rung.WARNING, letter=row.document)
    return hand.done()
