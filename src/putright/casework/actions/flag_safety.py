"""Whoever meets or rings somebody of the case must know something first, for safety's sake."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.casework.safety import person_meant, take_step, words_of
from putright.domain.access import Actor, Deed
from putright.domain.deaths import Who
from putright.domain.safety import FLAGGED, RULES, Danger, SafetyStep, why_not_flag


def flag_safety(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    whose: Who,
    danger: Danger,
    what_to_do: str,
    why: str,
    review_on: date,
) -> Done:
    """Set a flag until a day: what is done before anybody meets or rings them, and why.

    Whoever investigates may set one, for a danger does not wait for a manager. The entry says that there is a flag, and
    whose; the words are read by those alone who may meet or ring the person. Nobody is told of it in a letter.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_flag(review_on, on=on))
        said = {"what_to_do": words_of("What to do", what_to_do), "why": words_of("Why", why)}
        person = person_meant(hand, whose)
        bring_over(hand, RULES)
        entry = hand.record(FLAGGED, facts={"who": whose.value, "date": review_on})
        take_step(
            hand, SafetyStep.SET, entry=entry, flag=entry, person=person, danger=danger, review_on=review_on, **said
        )
    return hand.done()
