"""What was asked about the answer is answered."""

from collections.abc import Iterator
from datetime import date, datetime

from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.entries import entry_numbered, latest
from putright.casework.errors import ActionRefused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.afterwards import ASKED, NO_QUESTIONS, questions_open
from putright.domain.channels import Channel
from putright.domain.chronology import Event
from putright.letters.after_facts import QuestionsAnswered
from putright.records.models import Document


def answer_questions(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    answer: str,
    said_already: bool = False,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the person what they asked; `said_already` where the answer that was sent says all of it.

    One letter answers everything that is still open. It opens no round, and says how to go further.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        asked = _asked(hand)
        sent = latest(hand.events, "review_response_sent") or latest(hand.events, "response_sent")
        letter = QuestionsAnswered(
            correspondence=correspondence(hand, to=hand.case.complainant),
            asked_on=max(event.on for event in asked),
            answered_on=sent.on if sent else on,
            questions=tuple(_words(hand, asked)),
            answer=answer,
            said_already=said_already,
            ombudsman_by=ombudsman_by(hand.position),
        )
        send_letter(hand, "questions-answered", letter, channel=channel, saying={"already": said_already})
    return hand.done()


def _asked(hand: CaseInHand) -> tuple[Event, ...]:
    numbers = [int(duty.about) for duty in questions_open(hand.position) if duty.about]
    asked = tuple(event for number in numbers if (event := entry_numbered(hand.events, number, ASKED)))
    if not asked:
        raise ActionRefused(NO_QUESTIONS)
    return asked


def _words(hand: CaseInHand, asked: tuple[Event, ...]) -> Iterator[str]:
    """Each line of what was asked, in the person's own words."""
    numbers = [int(event.id or 0) for event in asked]
    rows = hand.case.events.filter(number__in=numbers).order_by("number").values_list("papers", flat=True)
    papers = [number for row in rows for number, _ in row]
    texts = Document.objects.filter(case=hand.case, number__in=papers, kind="questions").order_by("number")
    for text in texts.values_list("text", flat=True):
        yield from (line.strip(" -•*\t") for line in (text or "").splitlines() if line.strip(" -•*\t"))
