"""The complaint is acknowledged, and a discussion of its handling offered."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence, next_steps
from putright.casework.issue_words import issue_words
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import AT_ONCE, CHANNEL_WORDS, Channel
from putright.domain.history import History
from putright.domain.representation import consent_is_needed
from putright.letters.facts import Acknowledgement
from putright.records.models import Document


def acknowledge(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
    details_wanted: tuple[str, ...] = (),
    note: str = "",
) -> Done:
    """Acknowledge in person or by phone, at once, or by a letter or email that says what happens next.

    A discussion is offered in the same breath: regulation 13(3) and (7). `details_wanted` are asked for with it.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if channel in AT_ONCE:
            papers = hand.keep_if_said("file-note", "What was said when the complaint was acknowledged", note)
            hand.record("acknowledged", facts={"channel": channel.value}, papers=papers)
            hand.record("discussion_offered", facts={"channel": channel.value})
            if details_wanted:
                hand.record("details_requested", papers=[_asked(hand, details_wanted)])
        else:
            send_letter(hand, "acknowledgement", _letter(hand, details_wanted), channel=channel)
    return hand.done()


def _asked(hand: CaseInHand, details_wanted: tuple[str, ...]) -> Document:
    return hand.keep_text("file-note", "What the person was asked for", "\n".join(details_wanted))


def _letter(hand: CaseInHand, details_wanted: tuple[str, ...]) -> Acknowledgement:
    case = hand.case
    procedure = hand.programmes[0].procedure
    history = History(hand.events, hand.today)
    return Acknowledgement(
        correspondence=correspondence(hand, to=case.complainant),
        received_on=case.received_on,
        how_received=CHANNEL_WORDS[Channel(case.channel)],
        next_steps=next_steps(hand.position, done=("acknowledged", "next_steps_told", "details_requested")),
        patient_name=case.patient.name if case.patient_id != case.complainant_id else None,
        issues=issue_words(case),
        details_wanted=details_wanted,
        consent_wanted=consent_is_needed(procedure, history),
        answer_by=answer_by(hand.position),
        email_agreed=case.complainant.email_agreed_on is not None,
    )
