"""The patient gives, refuses or withdraws consent, or says that they did not know of the complaint."""

from datetime import date, datetime
from enum import StrEnum

from putright.casework.consent_forms import asked_of, close_with, latest_form, owe_what_follows
from putright.casework.consent_shared import owe_word_to_bodies
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.message_papers import came_by, day_on_case, lay_on, message_in_hand, papers_of
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.consent import ConsentAnswer, FormState, Ticked, extent_of, why_not_so, words_on_file
from putright.records.models import AskedConsent, Document, IncomingMessage


class Consent(StrEnum):
    """What the patient answered."""

    GIVEN = "consent_given"
    REFUSED = "consent_refused"
    WITHDRAWN = "consent_withdrawn"
    UNAWARE = "consent_questioned"


def record_consent(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    answer: Consent,
    scope: str = "",
    channel: Channel = Channel.LETTER,
    files: tuple[FileSaid, ...] = (),
    ticked: Ticked | None = None,
    message: int | None = None,
) -> Done:
    """Record the patient's answer and how far it goes; it counts for this complaint alone.

    `ticked` are the boxes of the latest form as whoever records it reads them; where it came as a `message` of the
    tray, that is put on the case with it, and the day on which it came is the day of the answer.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = latest_form(hand.case)
        came = None if message is None else message_in_hand(actor, message)
        facts: dict[str, FactValue] = {"channel": channel.value} if came is None else {**came_by(came)}
        papers = _papers(hand, scope, files, came)
        if answer is Consent.GIVEN and ticked is not None:
            papers.append(_agreed(hand, row, ticked, facts))
        if not papers:
            raise refused("no-evidence", "Write how far the consent goes and how it was given, or attach the form.")
        owe_what_follows(hand, answer.value)
        day = None if came is None else day_on_case(hand, came)
        entry = hand.record(answer.value, on=day, facts=facts, papers=papers)
        owe_word_to_bodies(hand, entry, answer.value, str(facts.get("extent", "")))
        if came is not None:
            lay_on(hand, came)
        if row is not None and row.state != FormState.REPLACED:
            close_with(row, answer.value, ticked or Ticked(), on=hand.on)
    return hand.done()


def _papers(hand: CaseInHand, scope: str, files: tuple[FileSaid, ...], came: IncomingMessage | None) -> list[Document]:
    papers = hand.keep_if_said("consent", "How far the consent goes, and how it was given", scope)
    papers += [hand.keep_what_came("consent", file) for file in files]
    return papers if came is None else [*papers, *papers_of(hand, came)]


def _agreed(hand: CaseInHand, row: AskedConsent | None, ticked: Ticked, facts: dict[str, FactValue]) -> Document:
    """What the boxes come to, in words for the file; how far it goes is added to the facts of the entry."""
    if row is None:
        raise refused("not-asked", "No consent form was sent on this case, so it has no boxes. Write how far it goes.")
    asked = asked_of(row)
    refuse(why_not_so(ConsentAnswer.PART, ticked, asked))
    extent = extent_of(ticked, asked)
    facts["extent"] = extent.value
    return hand.keep_text("consent", "What the patient answered", words_on_file(extent, ticked, asked))
