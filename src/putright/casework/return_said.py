"""What was said of a case for the yearly return, and what does the return still ask of it?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from putright.casework.errors import ActionRefused, refuse
from putright.domain.chronology import Event, FactValue, in_force
from putright.domain.issues import Subject
from putright.domain.returns import (
    NO_RETURN,
    OF_ONE,
    Asked,
    Dimension,
    ReportsAs,
    ReturnForm,
    ReturnSaid,
    return_of,
    returns_owed,
    why_not_said,
)
from putright.domain.standing import Basis
from putright.gateways.returns_files import return_forms

DESCRIBED: Final = "return_described"
# By what name the entry says it.
FACTS: Final = {
    Dimension.AGE: "age",
    Dimension.STATUS: "status",
    Dimension.SERVICE: "services",
    Dimension.CLINICAL: "clinical",
    Dimension.STAFF: "staff_groups",
}
# What is so or is not, by the same name.
_FLAGS: Final = ("outside_agency", "counted_apart")


def said_on(events: Sequence[Event]) -> ReturnSaid:
    """What was said last of a case, all of it; nothing where nobody has said anything."""
    last = next((event for event in reversed(in_force(events)) if event.event == DESCRIBED), None)
    if last is None:
        return ReturnSaid()
    labels = {dimension: _codes(last.facts[name]) for dimension, name in FACTS.items() if name in last.facts}
    return ReturnSaid(labels=labels, **{name: bool(last.facts.get(name)) for name in _FLAGS})


def facts_said(said: ReturnSaid) -> dict[str, FactValue]:
    """What an entry says of it: codes in their order."""
    facts: dict[str, FactValue] = {}
    for dimension, name in FACTS.items():
        codes = sorted(said.labels.get(dimension, ()))
        if codes:
            facts[name] = codes[0] if dimension in OF_ONE else tuple(codes)
    return {**facts, **{name: True for name in _FLAGS if getattr(said, name)}}


def form_for(reports_as: str, services: Iterable[str], on: date) -> ReturnForm | None:
    """The return in which a complaint about these services is counted; nothing where the body makes none."""
    kind = return_of(reports(reports_as), frozenset(services), return_forms(), on=on)
    return return_forms()[kind] if kind else None


def reports(reports_as: str) -> ReportsAs | None:
    """What a body is to those who collect the returns, once it has said so."""
    return ReportsAs(reports_as) if reports_as else None


def checked(said: ReturnSaid, reports_as: str, on: date) -> ReturnSaid:
    """What can be kept of what is said: the service says which return it is, and with that what is in its lists.

    Raises ActionRefused for what is in no list of the returns that the body makes.
    """
    body = reports(reports_as)
    forms = [return_forms()[kind] for kind in returns_owed(body, return_forms(), on=on)]
    if not forms:
        raise ActionRefused(NO_RETURN)
    services = said.labels.get(Dimension.SERVICE, frozenset())
    form = form_for(reports_as, services, on) or forms[0]
    kept = {}
    for dimension, codes in said.labels.items():
        refusals = [why_not_said(dimension, codes, each, on=on) for each in forms] if codes else [None]
        if all(refusals):
            refuse(refusals[0])
        asks = form if dimension is not Dimension.SERVICE else forms[0]
        boxes = asks.list_on(dimension, on)
        labels = [boxes.label(code) for code in codes] if boxes and body else []
        kept[dimension] = frozenset(label.code for label in labels if label and body and label.holds_for(body, on))
    return replace(said, labels=kept)


def asked_of(
    said: ReturnSaid, subjects: Iterable[Subject], *, received_on: date, basis: Basis, age: int | None
) -> Asked:
    """A complaint as the return asks of it."""
    return Asked(
        received_on=received_on,
        subjects=tuple(subjects),
        said=said.labels,
        age=age,
        is_patient=basis is Basis.SELF,
    )


def age_told(events: Sequence[Event]) -> int | None:
    """How old the patient was, as the entry of receipt says; nothing where it does not."""
    told = next((event.facts.get("patient_age") for event in in_force(events) if event.event == "received"), None)
    return told if isinstance(told, int) and not isinstance(told, bool) else None


def words_of_labels() -> Mapping[str, Mapping[str, str]]:
    """What each code is called, by the name under which an entry says it."""
    found: dict[str, dict[str, str]] = {name: {} for name in FACTS.values()}
    for form in return_forms().values():
        for boxes in form.lists:
            if boxes.dimension in FACTS:
                found[FACTS[boxes.dimension]].update({label.code: label.words for label in boxes.labels})
    return found


def _codes(value: FactValue) -> frozenset[str]:
    return frozenset(value) if isinstance(value, tuple) else frozenset({str(value)})
