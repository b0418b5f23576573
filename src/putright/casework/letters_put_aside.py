"""Which letters that wait are put aside, because nobody may write to whoever they are for any more?"""

from putright.casework.deaths import goes_to
from putright.casework.email_queue import take_out
from putright.casework.letter_queue import WAITING
from putright.casework.perform import CaseInHand
from putright.domain.deaths import Who
from putright.records.models import OutboxLetter
from putright.records.models.outbox_letter import State


def put_letters_aside(hand: CaseInHand, who: Who, *, reason: str) -> int:
    """Put aside every letter to them that waits, and return how many; whoever complains may be the patient as well."""
    both = hand.case.complainant_id == hand.case.patient_id
    waiting = OutboxLetter.objects.filter(case=hand.case, state__in=WAITING).select_related("document").order_by("pk")
    count = 0
    for row in waiting:
        to = goes_to(row.name)
        if to is None or not (both or to is who):
            continue
        take_out(hand, row)
        row.state = State.CANCELLED
        row.save(update_fields=["state"])
        hand.note("letter_cancelled", facts={"letter": row.name, "reason": reason}, papers=[row.document])
        count += 1
    return count
