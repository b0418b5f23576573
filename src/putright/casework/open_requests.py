"""Which requests for a statement wait for an answer, and which of them stand on a page?"""

from collections.abc import Sequence

from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain.chronology import Event, in_force
from putright.records.models import AskedStatement

_ENDED_BY = {
    "statement_received": ("already-statement-received", "This statement has come in. Add what is new as a note."),
    "statement_declined": ("already-declined", "Whoever was asked has said that they give no statement."),
    "statement_taken_back": ("already-taken-back", "This request has been taken back already."),
}


def refuse_what_is_answered(events: Sequence[Event], request: int) -> None:
    """Raise ActionRefused where a request no longer waits for an answer."""
    for event in in_force(events):
        if event.about == str(request) and event.event in _ENDED_BY:
            raise refused(*_ENDED_BY[event.event])


def request_on_page(hand: CaseInHand, request: int) -> AskedStatement | None:
    """What stands on the page of whoever was asked in an entry; nothing for what was asked by letter."""
    rows = AskedStatement.objects.select_for_update(of=("self",)).select_related("person", "asked_by")
    return rows.filter(case=hand.case, entry=request).first()
