"""Which other cases of this body may be the same complaint, and by what they are alike?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from putright.casework.errors import NotFound
from putright.casework.looks import keep_looks
from putright.domain.access import Actor
from putright.domain.likeness import Known, Likeness, Nearness, Told, likenesses, weight_of
from putright.domain.looks import Look
from putright.domain.references import reference_meant, reference_shown
from putright.domain.sought import KeyKind, email_key, name_words, telephone_key
from putright.domain.vocabulary import CaseStatus
from putright.gateways.nearness import nearness_of_names, nearness_of_words
from putright.records.models import Case, CaseKey, Event, Issue, Person
from putright.records.visible_to import visible_to

MOST: Final = 5
# As many with one key as are looked at: a word that more have says nothing.
MOST_LOOKED_AT: Final = 200
OWN_NUMBERS: Final = (KeyKind.NHS_NUMBER, KeyKind.EMAIL, KeyKind.TELEPHONE)
_NUMBERS: Final = (*OWN_NUMBERS, KeyKind.BORN_ON)
_NEARNESS: Final = Nearness(names=nearness_of_names, words=nearness_of_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleDuplicate:
    """Another case that may be the same complaint."""

    reference: str
    reference_shown: str
    complainant: str
    received_on: date
    status: CaseStatus
    alike: tuple[Likeness, ...]


def possible_duplicates(actor: Actor, reference: str, *, now: datetime) -> tuple[PossibleDuplicate, ...]:
    """The cases that may be the same as one, the likeliest first, of those the actor may see; each look is logged."""
    meant = reference_meant(reference)
    seen = visible_to(actor).select_related("complainant", "patient")
    case = seen.filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    numbers = _numbers(case)
    apart = seen.exclude(complaint=case.complaint_id)  # what was split off is known to be of the same complaint
    others = list(apart.filter(pk__in=numbers).order_by("-received_on", "-pk")[:MOST_LOOKED_AT]) if numbers else []
    told = _told([case, *others]) if others else {}
    found = [(likenesses(told[case.pk], told[other.pk], _NEARNESS), other) for other in others]
    best = sorted((each for each in found if each[0]), key=lambda each: -weight_of(each[0]))[:MOST]
    keep_looks(Look.FOUND, by=actor, now=now, cases=((other.pk, None) for _, other in best))
    return tuple(_shown(other, alike) for alike, other in best)


def shares_a_number(actor: Actor, reference: str) -> bool:
    """Whether somebody with the same NHS number, email address or telephone number has another case, by one query."""
    mine = CaseKey.objects.filter(case__reference=reference, kind__in=OWN_NUMBERS)
    same = CaseKey.objects.filter(body=actor.body_id, kind__in=OWN_NUMBERS, key__in=mine.values("key"))
    return same.filter(case__in=visible_to(actor)).exclude(case__reference=reference).exists()


def _numbers(case: Case) -> set[int]:
    """The numbers of the cases that share a key with this one, whoever may see them; itself left out.

    Those with a number or the day of birth in common come first, then as many with a word of the name as there is
    room for: a name that is written otherwise shares one of its words, or the day of birth.
    """
    keys = list(CaseKey.objects.filter(case=case).values_list("kind", "key"))
    found = _with_any([each for each in keys if each[0] in _NUMBERS], case)
    names = [each for each in keys if each[0] == KeyKind.NAME]
    return found | _with_any(names, case, most=MOST_LOOKED_AT - len(found))


def _with_any(wanted: Sequence[tuple[str, str]], case: Case, *, most: int = MOST_LOOKED_AT) -> set[int]:
    if not wanted or most <= 0:
        return set()
    either = reduce(or_, (Q(kind=kind, key=key) for kind, key in wanted))
    rows = CaseKey.objects.filter(either, body=case.body_id).exclude(case=case.pk)
    return set(rows.order_by("-case").values_list("case", flat=True)[:most])


def _told(cases: Sequence[Case]) -> dict[int, Told]:
    numbers = [case.pk for case in cases]
    occurred = dict(Event.objects.filter(case__in=numbers, event="event_occurred").values_list("case", "on"))
    received = Event.objects.filter(case__in=numbers, event="received").values_list("case", "facts")
    said_before = {case for case, facts in received if facts.get("raised_before")}
    subjects: dict[int, set[str]] = {}
    words: dict[int, list[str]] = {}
    told = Issue.objects.filter(case__in=numbers).order_by("number")
    for number, subject, text in told.values_list("case", "subject", "narrative__text"):
        subjects.setdefault(number, set()).add(subject)
        words.setdefault(number, []).append(text or "")
    return {
        case.pk: Told(
            people=tuple(_people(case)),
            occurred_on=occurred.get(case.pk),
            subjects=frozenset(subjects.get(case.pk, ())),
            words=" ".join(words.get(case.pk, ())),
            said_before=case.pk in said_before,
        )
        for case in cases
    }


def _people(case: Case) -> Iterable[Known]:
    for person in {case.complainant_id: case.complainant, case.patient_id: case.patient}.values():
        yield _known(person)


def _known(person: Person) -> Known:
    return Known(
        name=name_words(person.name),
        born_on=person.born_on,
        nhs_number=person.nhs_number,
        email=email_key(person.email) if person.email else "",
        telephone=telephone_key(person.telephone) if person.telephone else "",
    )


def _shown(case: Case, alike: tuple[Likeness, ...]) -> PossibleDuplicate:
    return PossibleDuplicate(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        complainant=case.complainant.name,
        received_on=case.received_on,
        status=CaseStatus(case.status),
        alike=alike,
    )
