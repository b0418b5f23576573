"""Whoever follows a complaint wants no more letters by email."""

from datetime import date, datetime

from putright.casework.adjustments import needs_of, to_keep
from putright.casework.by_link import by_link
from putright.casework.case_keys import keep_keys
from putright.casework.errors import refuse
from putright.casework.letters_to_post import send_by_post_instead
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.casework.reach import change_reach
from putright.domain.deaths import Who
from putright.domain.stopping_email import AddressAsked, address_asked, needs_with, why_not_stopped


def stop_letters_by_email(
    *, link: int, on: date, now: datetime, address: tuple[str, ...] = (), means: Means | None = None
) -> Done:
    """Record that the person takes back that letters may come by email (SI 2009/309 reg 15): they go by post from now.

    What waits to go by email goes by post too. `address`, a line each, is kept where we know none to which letters may
    go, and not else. By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it
    has ended, no letters go by email, or an address is missing.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        person = hand.case.complainant
        home = tuple(person.address.splitlines())
        given = tuple(line.strip() for line in address if line.strip())
        asked = address_asked(needs_of(person), home)
        refuse(why_not_stopped(person.email_agreed_on, asked, home=home, given=given))
        person.email_agreed_on = None
        person.save(update_fields=["email_agreed_on"])
        hand.note("email_declined")
        if asked is AddressAsked.ADDRESS:
            change_reach(hand, {"address": "\n".join(given)}, to=person.email)
        elif asked is AddressAsked.ANOTHER:
            _write_elsewhere(hand, given)
        keep_keys(hand.case)
        send_by_post_instead(hand)
    return hand.done()


def _write_elsewhere(hand: CaseInHand, given: tuple[str, ...]) -> None:
    """Keep where letters may go instead of the person's home. Nobody is told by email: others may read that too."""
    person = hand.case.complainant
    needs = needs_with(needs_of(person), given)
    person.adjustments, person.adjustments_on = to_keep(needs), hand.on
    person.save(update_fields=["adjustments", "adjustments_on"])
    told = "\n".join(f"- {need.words}" for need in needs)
    paper = hand.keep_text("adjustments", "What somebody needs", told)
    hand.note("adjustments_recorded", facts={"who": Who.COMPLAINANT.value}, papers=[paper])
