"""Which draft of an advocate is meant, held until it is changed? For its writer, or for the person who reads it."""

from datetime import date, datetime

from django.db.models import QuerySet

from putright.casework.by_naming import named_on
from putright.casework.errors import NotFound
from putright.casework.means import Means
from putright.casework.page_talk import tell_of_news
from putright.casework.perform import CaseInHand
from putright.domain.advocate_drafts import ALIVE, DraftKind
from putright.domain.advocates import Help
from putright.records.models import AdvocateDraft, Case, NamedAdvocate


def writing_for(account: int, case: str, *, on: date) -> NamedAdvocate:
    """The naming of a person who lets somebody write for them, held until the transaction ends; raises NotFound."""
    number = named_on(account, case, on=on, what=Help.WRITE).pk
    NamedAdvocate.objects.select_for_update().get(pk=number)
    return named_on(account, case, on=on, what=Help.WRITE)  # it may have been ended while we waited


def draft_in_hand(naming: NamedAdvocate, kind: DraftKind) -> AdvocateDraft | None:
    """The draft of a kind that is with somebody still."""
    alive = AdvocateDraft.objects.select_for_update().filter(state__in=[state.value for state in ALIVE])
    return alive.filter(naming=naming, kind=kind.value).first()


def tell_the_person(case: Case, *, on: date, now: datetime, means: Means) -> None:
    """Let an email wait that says that there is something new, and not what, if the person agreed to email."""
    tell_of_news(CaseInHand(case=case, by_id=None, on=on, now=now, means=means, programmes=(), events=[]))


def draft_for_person(number: int, named: QuerySet[NamedAdvocate]) -> AdvocateDraft:
    """A draft of somebody whom the person names; raises NotFound for one of anybody else."""
    rows = AdvocateDraft.objects.select_for_update(of=("self",)).filter(naming__in=named)
    row = rows.filter(pk=number).first()
    if row is None:
        raise NotFound
    return row
