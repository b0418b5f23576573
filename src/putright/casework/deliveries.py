"""What became of a delivery? Taken, entered on the case, held up, or given up for the post."""

from datetime import UTC, datetime

from putright.casework.claims import Claimed
from putright.casework.due_lists import calendar_of
from putright.casework.email_queue import TO_GO
from putright.casework.letter_queue import gone
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, all_or_nothing, day_of, holding
from putright.casework.statement_notices import tell_that_it_did_not_arrive
from putright.domain.channels import Channel
from putright.domain.delivery import PATIENCE, Trouble, next_try, office_hours_from
from putright.domain.statements import Notice
from putright.records.models import Case, Delivery, OutboxLetter
from putright.records.models.delivery import Progress
from putright.records.models.outbox_letter import State


def enter_taken(claimed: Claimed, *, now: datetime) -> None:
    """Keep that the carrier has a message: one short statement, so that little can come between its word and ours.

    It holds whoever has the claim by now, since it is true.
    """
    to_go = Delivery.objects.filter(pk=claimed.delivery, progress__in=[*TO_GO, Progress.GIVEN_UP, Progress.STOPPED])
    to_go.update(progress=Progress.TAKEN, taken_at=now.astimezone(UTC), trouble="", reply=None)


def enter_sent(claimed: Claimed, *, now: datetime, means: Means | None = None) -> None:
    """Record on the case that a letter which the carrier took has gone, and all that this means."""
    with all_or_nothing(means) as keeping:
        case, row = _held(claimed.delivery)
        if row.progress != Progress.TAKEN:
            return
        row.progress, row.held_by, row.held_until = Progress.SENT, "", None
        row.save()
        letter = row.letter
        if case is None or letter is None or letter.state == State.POSTED:
            return
        at = max(row.taken_at or now, letter.made_at)  # whatever the clock says by now
        on = max(day_of(at), letter.made_on)
        letter.channel = Channel.EMAIL.value
        letter.save(update_fields=["channel"])
        with holding(case, keeping, by_id=None, on=on, now=max(now, at)) as hand:
            gone(hand, letter, on=on, papers=[letter.document])


def enter_trouble(
    claimed: Claimed, trouble: Trouble, *, reply: int | None, now: datetime, means: Means | None = None
) -> None:
    """Keep why a message did not go: it is tried again later, or given up for the post; both are on the chronology."""
    _troubled(claimed.delivery, trouble, reply=reply, now=now, means=means, held_by=claimed.worker)


def stop(claimed: Claimed) -> None:
    """Let a list rest whose day is over, or on which there is nothing any more."""
    mine = Delivery.objects.filter(pk=claimed.delivery, held_by=claimed.worker, progress__in=TO_GO)
    mine.update(progress=Progress.STOPPED, held_by="", held_until=None)


def give_up_what_waits_too_long(*, now: datetime, means: Means | None = None) -> int:
    """Send to the print queue what has waited for three days, tried or not; return how many there were."""
    now = now.astimezone(UTC)
    waiting = Delivery.objects.filter(progress__in=TO_GO, queued_at__lte=now - PATIENCE).exclude(held_until__gt=now)
    found = list(waiting.values_list("pk", flat=True))
    for pk in found:
        _troubled(pk, Trouble.WAITED_TOO_LONG, reply=None, now=now, means=means, held_by=None)
    return len(found)


def _troubled(
    pk: int, trouble: Trouble, *, reply: int | None, now: datetime, means: Means | None, held_by: str | None
) -> None:
    with all_or_nothing(means) as keeping:
        case, row = _held(pk)
        if row.progress not in TO_GO or held_by not in (None, row.held_by):
            return  # somebody else has it by now, or has done with it
        was_held_up = row.progress == Progress.HELD_UP
        again = next_try(trouble, attempts=row.attempts, queued_at=row.queued_at, now=now.astimezone(UTC))
        row.progress = Progress.HELD_UP if again else Progress.GIVEN_UP
        row.trouble, row.reply, row.held_by, row.held_until = trouble.value, reply, "", None
        row.try_at = _at_its_hour(row, again) if again else row.try_at
        row.save()
        if case is not None and row.asked is not None and again is None:
            with holding(case, keeping, by_id=None, on=day_of(now), now=now) as hand:
                tell_that_it_did_not_arrive(hand, row.asked, Notice(row.notice), trouble)
        if case is None or row.letter is None or (again and was_held_up):
            return
        at = max(now, row.letter.made_at)
        with holding(case, keeping, by_id=None, on=max(day_of(at), row.letter.made_on), now=at) as hand:
            _tell(hand, row.letter, trouble, given_up=again is None)


def _tell(hand: CaseInHand, letter: OutboxLetter, trouble: Trouble, *, given_up: bool) -> None:
    if given_up:
        letter.channel = Channel.LETTER.value
        letter.save(update_fields=["channel"])
    event = "letter_given_up" if given_up else "letter_held_up"
    hand.note(event, facts={"letter": letter.name, "reason": trouble.value})


def _held(pk: int) -> tuple[Case | None, Delivery]:
    """A delivery and its case, both held until the transaction ends: the case first, as by every action."""
    of_letter, of_statement = Delivery.objects.values_list("letter__case", "asked__case").get(pk=pk)
    number = of_letter or of_statement
    case = Case.objects.select_for_update(of=("self",)).get(pk=number) if number else None
    rows = Delivery.objects.select_for_update(of=("self",))
    rows = rows.select_related("body", "letter__document", "asked__asked_by", "asked__person")
    return case, rows.get(pk=pk)


def _at_its_hour(row: Delivery, instant: datetime) -> datetime:
    """A letter and a link are tried at any hour; a list only in those of the office."""
    if row.list_of is None:
        return instant
    return office_hours_from(instant, calendar_of(row.body, day_of(instant))).astimezone(UTC)
