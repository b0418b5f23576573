"""Which remedy of a case is meant, and what is the person told of those that were decided?"""

from collections.abc import Iterator

from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain.duty import Position, Refused
from putright.domain.remedies import RULES, Remedy, RemedyState, pounds, remedies_of
from putright.letters.facts import RemedyTold
from putright.records.models import Case, Document, Event

_NONE_OPEN = Refused(code="no-remedy", message="No remedy was decided on this case that is still to be given.")
_OF_A_REMEDY = ("record_remedy_answer", "give_remedy")
_NOT_TOLD = (RemedyState.DECLINED, RemedyState.GIVEN)


def nothing_to_give(action: str, position: Position) -> Refused | None:
    """Why an action on a remedy has nothing to be done with: none was decided that is still to be given."""
    if action not in _OF_A_REMEDY or any(duty.procedure == RULES for duty in position.to_do()):
        return None
    return _NONE_OPEN


def remedy_meant(hand: CaseInHand, entry: int) -> Remedy:
    """The remedy that was decided in the entry of this number; raises ActionRefused where there is none."""
    found = next((remedy for remedy in remedies_of(hand.events) if remedy.number == entry), None)
    if found is None:
        raise refused("no-such-remedy", "No remedy was entered there that still stands. Choose the remedy.")
    return found


def remedies_told(hand: CaseInHand) -> tuple[RemedyTold, ...]:
    """What the answer tells the person of what was decided for them and is still to come."""
    return tuple(_told(hand))


def words_of_remedies(case: Case) -> dict[int, str]:
    """What was decided, in words, by the number of its entry."""
    rows = Event.objects.filter(case=case, event="remedy_decided").values_list("number", "papers")
    first = {number: papers[0][0] for number, papers in rows if papers}
    texts = dict(Document.objects.filter(case=case, number__in=first.values()).values_list("number", "text"))
    return {number: texts.get(paper) or "" for number, paper in first.items()}


def _told(hand: CaseInHand) -> Iterator[RemedyTold]:
    words = words_of_remedies(hand.case)
    for remedy in remedies_of(hand.events):
        if remedy.state not in _NOT_TOLD:
            amount = pounds(remedy.pence) if remedy.pence is not None else None
            yield RemedyTold(what=words.get(remedy.number, ""), amount=amount, by=remedy.by)
