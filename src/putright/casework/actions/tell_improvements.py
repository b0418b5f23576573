"""The person is told what has changed because of their complaint."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import ActionRefused
from putright.casework.improving import nothing_to_tell, to_tell
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.letters.improvement_facts import ChangeMade, ImprovementsMade
from putright.records.models import Improvement


def tell_improvements(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the person what was changed, of all of which they are still to hear: one letter."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refusal = nothing_to_tell("tell_improvements", hand.position)
        if refusal is not None:
            raise ActionRefused(refusal)
        letter = ImprovementsMade(
            correspondence=correspondence(hand, to=hand.case.complainant),
            received_on=hand.case.received_on,
            changes=_made(hand),
            words=words.strip() or None,
        )
        send_letter(hand, "improvements-made", letter, channel=channel)
    return hand.done()


def _made(hand: CaseInHand) -> tuple[ChangeMade, ...]:
    """What was made, in the order in which it was planned."""
    news = {duty.about for duty in to_tell(hand.position)}
    entries = [int(event.about) for event in hand.events if event.id in news and event.about]
    rows = Improvement.objects.filter(case=hand.case, entry__in=entries).order_by("entry")
    return tuple(ChangeMade(what=row.what, made_on=row.ended_on, shown_by=row.evidence) for row in rows if row.ended_on)
