"""The person is not satisfied with the answer, and the same things are looked at once more."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.entries import latest
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.afterwards import OPENED, RULES, round_told_of, rounds_before, why_not_a_round
from putright.domain.channels import Channel
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.vocabulary import CaseStatus
from putright.letters.after_facts import SecondLook
from putright.records.models import Issue


def open_round(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    issues: tuple[int, ...],
    about_the_same: bool = True,
    offer_meeting: bool = True,
    came_by: Channel = Channel.LETTER,
    files: tuple[FileSaid, ...] = (),
    channel: Channel = Channel.LETTER,
) -> Done:
    """Take the same issues up once more, and write to the person what is looked at and by when they are answered.

    The day of receipt, the first response and whether it came in time stay as they are: the round has a time of its
    own. A case that is closed is opened again by it. `on` is the day on which the person said that they are not
    satisfied; the letter is of today. What is new is refused: it is a complaint of its own.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if hand.position.status not in (CaseStatus.OPEN, CaseStatus.RESPONDED):
            hand.record("reopened", on=hand.today)
        refuse(why_not_a_round(hand.position, about_the_same=about_the_same))
        again = _issues(hand, issues)
        bring_over(hand, RULES)
        papers = [hand.keep_text("second-round", "Why the person is not satisfied with the answer", words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        facts = {"round": rounds_before(hand.events) + 1, "channel": came_by.value}
        hand.record(OPENED, facts=facts, papers=papers)
        _tell(hand, again, offer_meeting=offer_meeting, channel=channel)
    return hand.done()


def _issues(hand: CaseInHand, numbers: tuple[int, ...]) -> list[Issue]:
    rows = list(Issue.objects.filter(case=hand.case, number__in=numbers, exclusion="").order_by("number"))
    if not rows or {row.number for row in rows} != set(numbers):
        raise refused("no-such-issue", "Choose which issues are looked at once more, of those that were answered.")
    return rows


def _tell(hand: CaseInHand, again: list[Issue], *, offer_meeting: bool, channel: Channel) -> None:
    owed, first = round_told_of(hand.position), latest(hand.events, "response_sent")
    asked_on, hand.on = hand.on, hand.today  # what follows is of today: the letter, and what it does
    letter = SecondLook(
        correspondence=correspondence(hand, to=hand.case.complainant),
        received_on=hand.case.received_on,
        answered_on=first.on if first else asked_on,
        asked_on=asked_on,
        issues=tuple(SUBJECT_WORDS[Subject(issue.subject)] for issue in again),
        answer_by=owed.due_on if owed else None,
        meeting=offer_meeting,
        ombudsman_by=ombudsman_by(hand.position),
    )
    send_letter(hand, "second-look", letter, channel=channel)
