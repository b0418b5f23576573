"""What does the yearly return ask of a case, what is known of it already, and what is still to be said?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from putright.casework.return_said import age_told, asked_of, form_for, reports, said_on
from putright.domain.access import Actor
from putright.domain.chronology import Event
from putright.domain.issues import Subject
from putright.domain.returns import (
    DIMENSION_WORDS,
    OF_ONE,
    RETURN_WORDS,
    SAID,
    Dimension,
    LabelList,
    ReportsAs,
    labels_of,
    return_of,
)
from putright.domain.splitting import split_off_from
from putright.domain.standing import Basis, age_on
from putright.gateways.returns_files import return_forms
from putright.records.models import Body

_OF_THE_PUBLIC: Final = frozenset({Dimension.AGE, Dimension.SERVICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionAsked:
    """One thing that the return asks: its boxes, those chosen, and whether it follows from what else is known."""

    dimension: Dimension
    words: str
    asks: str
    choices: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    chosen_words: tuple[str, ...]
    follows: bool
    of_one: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ForReturn:
    """What the return asks of a case; `is_sure` says whether the return is settled, or hangs on the service still."""

    name: str
    title: str
    asked: tuple[DimensionAsked, ...]
    outside_agency: bool
    is_sure: bool
    split_from: str = ""  # the case from which it was split off, with which it is counted unless `counted_apart`
    counted_apart: bool = False

    @property
    def lacking(self) -> tuple[DimensionAsked, ...]:
        """What nobody has said yet."""
        return tuple(each for each in self.asked if not each.chosen)


def for_return_of(
    reports_as: str,
    events: Sequence[Event],
    subjects: Iterable[Subject],
    *,
    received_on: date,
    basis: Basis,
    born_on: date | None = None,
) -> ForReturn | None:
    """What the return asks of a case, from what is known of it; nothing where the body makes none.

    A date of birth that became known later counts before the age that was told at first.
    """
    said = said_on(events)
    services = said.labels.get(Dimension.SERVICE, frozenset())
    form = form_for(reports_as, services, received_on)
    body = reports(reports_as)
    if form is None or body is None:
        return None
    age = age_on(born_on, received_on) if born_on else age_told(events)
    found = labels_of(asked_of(said, subjects, received_on=received_on, basis=basis, age=age), form)
    own = form_for(reports_as, (), received_on) or form
    service = own.list_on(Dimension.SERVICE, received_on)
    if own is not form and service is not None:
        found[Dimension.SERVICE] = services
    follows = {Dimension.AGE} if age is not None else set()
    follows |= {Dimension.STATUS} if basis is Basis.SELF else set()
    lists = {each: (own if each is Dimension.SERVICE else form).list_on(each, received_on) for each in SAID}
    return ForReturn(
        name=RETURN_WORDS[form.kind],
        title=form.title,
        asked=tuple(
            _asked(boxes, found[each], body, received_on, follows=each in follows)
            for each, boxes in lists.items()
            if boxes is not None and each in found
        ),
        outside_agency=said.outside_agency,
        split_from=split_off_from(events) or "",
        counted_apart=said.counted_apart,
        is_sure=bool(services) or not _hangs_on_service(body, received_on),
    )


@lru_cache(maxsize=64)  # asked on every page of the form; the returns are files, read once a process
def asked_at_intake(reports_as: str, on: date) -> tuple[DimensionAsked, ...]:
    """What can be asked when a complaint comes in; of a board only the service, on which the other lists hang."""
    form, body = form_for(reports_as, (), on), reports(reports_as)
    if form is None or body is None:
        return ()
    wanted = (Dimension.SERVICE,) if _hangs_on_service(body, on) else SAID
    lists = {each: form.list_on(each, on) for each in wanted}
    return tuple(_asked(boxes, frozenset(), body, on, follows=False) for boxes in lists.values() if boxes is not None)


def asked_of_body(actor: Actor) -> tuple[DimensionAsked, ...]:
    """What the actor's body can be asked when a complaint comes in today."""
    reports_as = Body.objects.values_list("reports_as", flat=True).get(pk=actor.body_id)
    return asked_at_intake(reports_as, actor.on)


def asked_of_the_public(reports_as: str, on: date) -> tuple[DimensionAsked, ...]:
    """What whoever complains on the page is asked for the return of such a body: what they can know."""
    return tuple(each for each in asked_at_intake(reports_as, on) if each.dimension in _OF_THE_PUBLIC)


def _hangs_on_service(body: ReportsAs, on: date) -> bool:
    own = return_of(body, (), return_forms(), on=on)
    boxes = return_forms()[own].list_on(Dimension.SERVICE, on) if own else None
    return any(label.goes_to and label.holds_for(body, on) for label in (boxes.labels if boxes else ()))


def _asked(boxes: LabelList, chosen: frozenset[str], body: ReportsAs, on: date, *, follows: bool) -> DimensionAsked:
    held = [label for label in boxes.labels if label.holds_for(body, on)]
    return DimensionAsked(
        dimension=boxes.dimension,
        words=DIMENSION_WORDS[boxes.dimension],
        asks=boxes.asks,
        choices=tuple((label.code, label.words) for label in held),
        chosen=tuple(label.code for label in held if label.code in chosen),
        chosen_words=tuple(label.words for label in held if label.code in chosen),
        follows=follows,
        of_one=boxes.dimension in OF_ONE,
    )
