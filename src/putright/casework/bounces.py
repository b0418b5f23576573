"""Which letters did not arrive? A mail server says so in a report, and the case is told."""

from datetime import date, datetime
from typing import Final

from putright.casework.means import Means
from putright.casework.message_papers import BY_EMAIL, enter_message, lay_on, papers_of
from putright.casework.perform import CaseInHand, all_or_nothing, day_of, holding
from putright.domain.incoming import MessageKind
from putright.domain.vocabulary import SENT_BY_THE_BODY
from putright.records.models import Case, Delivery, IncomingMessage, OutboxLetter
from putright.records.models.delivery import Progress
from putright.records.models.incoming_message import Lying
from putright.records.models.outbox_letter import State

NOT_DELIVERED: Final = "delivery_failed"


def enter_bounces(*, now: datetime, means: Means) -> int:
    """Record on their cases the letters that mail servers have reported back; return how many.

    One that names a letter whose sending has not been recorded yet is entered once it has been.
    """
    reports = IncomingMessage.objects.filter(lying=Lying.QUIET, kind=MessageKind.NOT_DELIVERED).exclude(failed_id="")
    sent = Delivery.objects.filter(progress=Progress.SENT, letter__isnull=False).values("message_id")
    found = list(reports.filter(failed_id__in=sent).values_list("pk", flat=True))
    return sum(_enter(number, now=now, means=means) for number in found)


def _enter(number: int, *, now: datetime, means: Means) -> bool:
    with all_or_nothing(means) as keeping:
        failed = IncomingMessage.objects.only("failed_id").get(pk=number).failed_id
        letter = OutboxLetter.objects.get(delivery__message_id=failed)
        case = Case.objects.select_for_update(of=("self",)).get(pk=letter.case_id)
        report = IncomingMessage.objects.select_for_update(of=("self",)).get(pk=number)
        letter.refresh_from_db()
        if report.lying != Lying.QUIET or letter.state != State.POSTED:
            return False
        with holding(case, keeping, by_id=None, on=_day(case, letter, report), now=now) as hand:
            papers = papers_of(hand, report)
            enter_message(hand, report, papers)
            _fail(hand, letter)
            lay_on(hand, report)
    return True


def _day(case: Case, letter: OutboxLetter, report: IncomingMessage) -> date:
    """The day on which it failed: not before the letter went, whatever the clocks of others say."""
    return max(day_of(report.received_at), letter.posted_on or case.received_on, case.received_on)


def _fail(hand: CaseInHand, letter: OutboxLetter) -> None:
    """Record of each thing that the letter had done that it did not arrive, so that it is owed again."""
    known = {event.id for event in hand.events}
    for record in letter.records:
        entry = record.get("entry")
        if record["event"] in SENT_BY_THE_BODY and str(entry) in known:
            hand.note(NOT_DELIVERED, about=entry, facts=BY_EMAIL)
