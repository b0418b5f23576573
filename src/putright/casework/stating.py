"""How does somebody who was asked for a statement come to what they were asked, and to nothing else of the case?"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.facts_of import parts_of
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, all_or_nothing, day_of, holding
from putright.domain.access import Actor, Deed, why_not
from putright.domain.statements import Asked
from putright.records.models import AskedStatement, Case


def asked_of(actor: Actor, request: int) -> AskedStatement:
    """What the actor was asked; raises NotFound for what another was asked: the two are never told apart."""
    rows = AskedStatement.objects.select_related("case__body", "person", "asked_by", "about", "questions")
    row = rows.filter(pk=request, person=actor.person_id, case__body=actor.body_id).first()
    if row is None:
        raise NotFound
    return row


@contextmanager
def stating(
    *, actor: Actor, request: int, now: datetime, means: Means | None = None
) -> Iterator[tuple[CaseInHand, AskedStatement]]:
    """Hold the case of a request while whoever was asked answers it: all of it is kept, or nothing.

    Raises NotFound where the actor was not asked, and ActionRefused where the request no longer stands or the actor may
    not answer it.
    """
    with all_or_nothing(means) as keeping:
        case = Case.objects.select_for_update(of=("self",)).get(pk=asked_of(actor, request).case_id)
        row = asked_of(actor, request)  # as it stands now that nobody else can change it
        if row.state == Asked.TAKEN_BACK:
            raise taken_back()
        refuse(why_not(actor, Deed.STATE, parts_of(case)))
        with holding(case, keeping, by_id=actor.person_id, on=day_of(now), now=now) as hand:
            if entry_numbered(hand.events, row.entry, "statement_requested") is None:
                raise taken_back()
            yield hand, row


def taken_back() -> Exception:
    """The refusal of an answer to what is no longer asked."""
    return refused("taken-back", "Your statement is no longer needed: whoever asked for it has taken the request back.")
