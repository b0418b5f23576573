"""How is a step of a safety flag kept: the entry on the case, without its words, and the words beside it?"""

from datetime import date

from putright.casework.deaths import person_of
from putright.casework.errors import ActionRefused, refuse, refused
from putright.casework.perform import LONGEST_TEXT, CaseInHand
from putright.domain.deaths import Who
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.safety import NO_FLAG, Danger, Flag, SafetyStep, flag_at
from putright.records.models import Person, SafetyFlag


def words_of(title: str, text: str) -> str:
    """What was written, or ActionRefused where nothing was, or too much."""
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise refused("nothing-written", f"Nothing is written under “{title}”. Write something.")
    if len(words) > LONGEST_TEXT:
        raise refused("too-long", f"“{title}” is longer than {LONGEST_TEXT:,} characters.")
    return words


def person_meant(hand: CaseInHand, who: Who) -> Person:
    """The person of the case whom a flag is about."""
    return person_of(hand.case, who)


def flag_meant(hand: CaseInHand, entry: int) -> tuple[Flag, SafetyFlag]:
    """The flag that an entry set or kept, and its last step; raises ActionRefused where none was."""
    flag = flag_at(hand.events, entry)
    if flag is None:
        raise ActionRefused(NO_FLAG)
    refuse(why_not_before_what_it_follows(hand.on, (flag.owes,)))
    return flag, SafetyFlag.objects.filter(case=hand.case, flag=flag.number).latest("pk")


def was_flagged(hand: CaseInHand) -> bool:
    """Whether a flag was ever set on a case about whoever complains."""
    return SafetyFlag.objects.filter(case=hand.case, person=hand.case.complainant_id).exists()


def take_step(
    hand: CaseInHand,
    step: SafetyStep,
    *,
    entry: int,
    flag: int,
    person: Person,
    danger: Danger,
    what_to_do: str,
    why: str,
    review_on: date | None = None,
) -> None:
    """Keep the words of a step beside its entry."""
    SafetyFlag.objects.create(
        body=hand.case.body,
        case=hand.case,
        person=person,
        flag=flag,
        entry=entry,
        step=step.value,
        danger=danger.value,
        what_to_do=what_to_do,
        why=why,
        on=hand.on,
        review_on=review_on,
        by=hand.acting(),
        made_at=hand.now,
    )
