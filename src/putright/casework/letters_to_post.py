"""What becomes of letters that wait to go by email to somebody who no longer agrees to that? They go by post."""

from putright.casework.email_queue import TO_GO, take_out
from putright.casework.errors import ActionRefused
from putright.casework.perform import CaseInHand
from putright.records.models import OutboxLetter


def send_by_post_instead(hand: CaseInHand) -> None:
    """Take every letter to the complainant out of the queue for email; each is told of on the case."""
    waiting = OutboxLetter.objects.filter(
        case=hand.case, delivery__person=hand.case.complainant_id, delivery__progress__in=TO_GO
    )
    for letter in waiting:
        try:
            take_out(hand, letter)
        except ActionRefused:  # it is being sent at this moment; if it does not go now, it is asked again
            continue
        hand.note("letter_redirected", facts={"letter": letter.name, "channel": letter.channel})
