"""A patient answers, by the link of their letter, whether somebody may complain for them."""

from datetime import date, datetime

from putright.casework.consent_forms import asked_of, by_patient, close_with, owe_what_follows, stands
from putright.casework.consent_shared import owe_word_to_bodies
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.consent import (
    EVENT_OF,
    GIVEN,
    ConsentAnswer,
    Ticked,
    can_answer,
    extent_of,
    ticked_by,
    why_not_so,
    words_on_file,
)


def answer_consent(
    *,
    form: int,
    answer: ConsentAnswer,
    ticked: Ticked,
    name: str,
    words: str = "",
    on: date,
    now: datetime,
    means: Means | None = None,
) -> Done:
    """Record what the patient answers, in their own name, how far it goes, and what they say with it.

    By a form that was opened; raises NotFound where there is none, and ActionRefused where it has ended or has been
    answered, no name is given, or the answer cannot be meant.
    """
    with by_patient(form, on=on, now=now, means=means) as (hand, row):
        if not can_answer(stands(row), on):
            raise refused("already-answered", "You have answered already. If you have changed your mind, tell us.")
        if not name.strip():
            raise refused("no-name", "Enter your name. It stands for your signature.")
        asked = asked_of(row)
        refuse(why_not_so(answer, ticked, asked))
        agreed, event = ticked_by(answer, ticked, asked), EVENT_OF[answer]
        owe_what_follows(hand, event)
        told = f"{words_on_file(answer, agreed, asked)}\n\nAnswered on the web, by the link of the letter, as: {name}"
        papers = [hand.keep_text("consent", "What the patient answered", told)]
        papers += hand.keep_if_said("consent", "What the patient says with it", words)
        facts: dict[str, FactValue] = {"channel": Channel.ONLINE.value}
        if event == GIVEN:
            facts["extent"] = extent_of(agreed, asked).value
        entry = hand.record(event, facts=facts, papers=papers)
        owe_word_to_bodies(hand, entry, event, str(facts.get("extent", "")))
        close_with(row, event, agreed, on=on)
    return hand.done()
