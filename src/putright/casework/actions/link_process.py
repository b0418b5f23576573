"""Something else is going on about the same matter: an inquest, a claim, a safeguarding concern."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import FactValue
from putright.domain.entry import why_not_happened_on
from putright.domain.linked import CANDOUR_RULES, PROCESSES, REFERRED, RULES, STARTED, ProcessKind, ProcessRule


def link_process(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    process: ProcessKind,
    words: str,
    began_on: date | None = None,
    reference: str = "",
    contact: str = "",
    referred: str = "",
) -> Done:
    """Link another process with the case; what must be passed on at once is owed from today, and nothing waits for it.

    `on` is the day on which it became known here, `began_on` the day on which it began elsewhere. `reference` and
    `contact` are those of whoever deals with it; `referred` says to whom it was passed on already, if it was.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        facts: dict[str, FactValue] = {"process": process.value}
        if began_on is not None:
            refuse(why_not_happened_on(began_on, today=hand.today))
            facts["date"] = began_on
        bring_over(hand, RULES)
        paper = hand.keep_text("linked-process", PROCESSES[process].words, _told(words, reference, contact))
        entry = hand.record(STARTED, facts=facts, papers=[paper])
        owed = _owe(hand, PROCESSES[process], entry)
        if passed_on := hand.keep_if_said("linked-process", "To whom it was passed on", referred):
            hand.record(REFERRED, about=owed or entry, papers=passed_on)
    return hand.done()


def _owe(hand: CaseInHand, rule: ProcessRule, entry: int) -> int | None:
    """Note what makes the duties owed that such a process brings with it; the number of the entry, if there is one."""
    if not rule.owes:
        return None
    if rule is PROCESSES[ProcessKind.CANDOUR]:
        bring_over(hand, CANDOUR_RULES)
    facts: dict[str, FactValue] = {"date": hand.on} if rule is PROCESSES[ProcessKind.SAFEGUARDING] else {}
    return hand.note(rule.owes, about=entry, facts=facts)


def _told(words: str, reference: str, contact: str) -> str:
    lines = (("Their reference", reference), ("Whom to turn to", contact))
    said = [f"{name}: {value.strip()}" for name, value in lines if value.strip()]
    return "\n\n".join(filter(None, ("\n".join(said), words.strip())))
