"""It is learnt that somebody of a case has died."""

from datetime import date, datetime

from putright.casework.advocates import end_all_advocates
from putright.casework.deaths import person_of
from putright.casework.errors import refuse, refused
from putright.casework.letters_put_aside import put_letters_aside
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import FactValue
from putright.domain.deaths import Who, why_not_died_on


def record_death(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    died: Who,
    words: str,
    died_on: date | None = None,
) -> Done:
    """Record that somebody has died: no letter is written or sent to them any more, and what waits is put aside."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        person = person_of(hand.case, died)
        if person.death_learnt_on is not None:
            raise refused("already-death-learnt", "It is recorded already that this person has died.")
        refuse(why_not_died_on(died_on, today=hand.today, born_on=person.born_on))
        person.death_learnt_on, person.died_on = on, died_on
        person.save(update_fields=["death_learnt_on", "died_on"])
        paper = hand.keep_text("death", "How it was learnt", words)
        facts: dict[str, FactValue] = {"who": died.value}
        if died_on is not None:
            facts["date"] = died_on
        hand.note("death_learnt", facts=facts, papers=[paper])
        put_letters_aside(hand, died, reason="has-died")
        if person.pk == hand.case.complainant_id:
            end_all_advocates(hand, reason="has-died")
    return hand.done()
