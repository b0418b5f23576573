"""A patient takes back, by the link of their letter, what they agreed to before."""

from datetime import date, datetime

from putright.casework.consent_forms import by_patient, close_with, owe_what_follows, stands
from putright.casework.consent_shared import owe_word_to_bodies
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.channels import Channel
from putright.domain.consent import WITHDRAWN, Ticked, can_take_back


def take_back_consent(*, form: int, words: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record that consent is taken back from now on, with what the patient says; they need give no reason.

    By a form that was opened; raises NotFound where there is none, and ActionRefused where it has ended, or there is
    nothing that could be taken back.
    """
    with by_patient(form, on=on, now=now, means=means) as (hand, row):
        if not can_take_back(stands(row), on):
            raise refused(
                "nothing-to-take-back", "There is nothing that you agreed to, so there is nothing to take back."
            )
        owe_what_follows(hand, WITHDRAWN)
        papers = hand.keep_if_said("consent", "What the patient says who takes consent back", words)
        entry = hand.record(WITHDRAWN, facts={"channel": Channel.ONLINE.value}, papers=papers)
        owe_word_to_bodies(hand, entry, WITHDRAWN)
        close_with(row, WITHDRAWN, Ticked(), on=on)
    return hand.done()
