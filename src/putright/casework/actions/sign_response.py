"""The response is signed, and waits to be posted."""

from datetime import date, datetime

from putright.casework.draft_versions import check_of, versions_of
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import refuse_channel, refuse_twice
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.response_draft import latest_draft
from putright.casework.signing import sign
from putright.domain.access import Actor, Deed
from putright.domain.afterwards import why_not_the_old_draft
from putright.domain.channels import Channel


def sign_response(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
    why_as_it_is: str = "",
) -> Done:
    """Sign the response as drafted and queue it, in one transaction: regulation 14(2).

    Refused, naming each part that is missing, unless it holds what the regulation requires, and while words in it are
    still to be filled in; refused to anybody but the responsible person and those whom the responsible person
    authorised, while the authority lasts. `why_as_it_is` says why it goes without what the Complaint Standards ask
    beside, and is needed only then.
    """
    with performing(Deed.SIGN, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse_channel(hand, channel)
        refuse_twice(hand, "final-response")
        draft = latest_draft(hand.case)
        if draft is None:
            raise refused("no-draft", "No response has been drafted yet. Prepare it first.", "SI 2009/309 reg 14(2)")
        refuse(why_not_the_old_draft(hand.events))
        check = check_of(versions_of(hand.case, hand.events)[-1], hand.events)
        if check is not None and not check.facts.get("accepted"):
            message = "This draft was checked and sent back. Have it written anew, or checked again, before you sign."
            raise refused("sent-back", message)
        sign(hand, draft, channel, why_as_it_is)
    return hand.done()
