"""Which cases may be meant by a reference, a name, a number or a date that somebody types?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.crypto import salted_hmac
from nhs_number.validate import is_valid as is_nhs_number

from putright.casework.errors import refused
from putright.casework.looks import keep_looks
from putright.domain.access import Actor
from putright.domain.looks import Look
from putright.domain.references import reference_shown
from putright.domain.sought import MOST_SEARCHES, SEARCHES_WITHIN, KeyKind, Sought, after, sought
from putright.domain.vocabulary import CaseStatus
from putright.records.models import Case, CaseKey, SignInAttempt
from putright.records.visible_to import visible_to

MOST: Final = 50
# So many that are found by one word are looked through; more say too little to be listed.
MOST_LOOKED_AT: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCase:
    """A case that may be meant, with as much as tells two people of one name apart."""

    reference: str
    reference_shown: str
    complainant: str
    patient: str
    born_on: date | None
    received_on: date
    status: CaseStatus
    handler: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, the last received first.

    `is_too_much` where more than can be listed may be meant; `is_wrong_number` where ten digits are no NHS number and
    nobody's telephone either.
    """

    meant: Sought
    cases: tuple[FoundCase, ...] = ()
    is_too_much: bool = False
    is_wrong_number: bool = False

    @property
    def only(self) -> str | None:
        """The reference of the case that can alone be meant: one that was typed whole."""
        return self.cases[0].reference if self.meant.reference and len(self.cases) == 1 else None


def find_case(actor: Actor, typed: str, *, now: datetime) -> Found:
    """The cases that may be meant, of those that the actor may see; that each was shown is logged.

    Raises ActionRefused where somebody looks more often than anybody who answers a telephone.
    """
    meant = sought(typed)
    if not meant.is_anything:
        return Found(meant=meant)
    _count(actor, now=now)
    if meant.reference is not None:
        named = _shown(visible_to(actor).filter(reference=meant.reference))
        if named:
            return Found(meant=meant, cases=named)
    numbers = _numbers(actor, meant)
    if numbers is None or len(numbers) > MOST_LOOKED_AT:
        return Found(meant=meant, is_too_much=True)
    rows = _rows(actor, numbers)
    is_wrong = meant.nhs_number is not None and not rows and not is_nhs_number(meant.nhs_number)
    if len(rows) > MOST:
        return Found(meant=meant, is_too_much=True)
    keep_looks(Look.FOUND, by=actor, now=now, cases=((row.pk, None) for row in rows))
    return Found(meant=meant, cases=tuple(map(_case, rows)), is_wrong_number=is_wrong)


def _numbers(actor: Actor, meant: Sought) -> set[int] | None:
    """The numbers of the cases that have what is meant, whoever may see them; at most one more than are looked at."""
    found: set[int] = set()
    for keys in _each_way(actor.body_id, meant):
        found.update(keys[: MOST_LOOKED_AT + 1])
    return found


def _each_way(body: int, meant: Sought) -> Iterable[QuerySet[Case, int] | QuerySet[CaseKey, int]]:
    """Each way in which what was typed can be read, as the numbers of the cases that have it."""
    if meant.nhs_number:
        yield _by(body, KeyKind.NHS_NUMBER, meant.nhs_number)
    if meant.telephone:
        yield _of_words(body, KeyKind.TELEPHONE, meant.telephone).values_list("case", flat=True)
    if meant.email:
        yield _by(body, KeyKind.EMAIL, meant.email)
    if meant.day and not meant.words:
        yield _by(body, KeyKind.BORN_ON, meant.day.isoformat())
        yield _received(body, meant.day).values_list("pk", flat=True)
    if meant.words:
        named = _named(body, meant.words)
        if meant.day is None:
            yield named.values_list("case", flat=True)
        else:
            born = CaseKey.objects.filter(body=body, kind=KeyKind.BORN_ON.value, key=meant.day.isoformat())
            yield _also(born, body, meant.words).values_list("case", flat=True)
            # By number, as few are received on one day: joined, the names of everybody may be read for them.
            of_the_day = list(_received(body, meant.day).values_list("pk", flat=True))
            yield named.filter(case__in=of_the_day).values_list("case", flat=True)


def _by(body: int, kind: KeyKind, key: str) -> QuerySet[CaseKey, int]:
    return CaseKey.objects.filter(body=body, kind=kind.value, key=key).values_list("case", flat=True)


def _received(body: int, day: date) -> QuerySet[Case]:
    # Of open cases and of closed ones: so the index by receipt is read, which has them apart.
    return Case.objects.filter(body=body, is_open__in=[True, False], received_on=day)


def _named(body: int, words: tuple[str, ...]) -> QuerySet[CaseKey]:
    """The keys with the first and longest word, of people whose names have the other words as well."""
    return _also(_of_words(body, KeyKind.NAME, words[0]), body, words[1:])


def _also(keys: QuerySet[CaseKey], body: int, words: tuple[str, ...]) -> QuerySet[CaseKey]:
    for word in words:
        others = _of_words(body, KeyKind.NAME, word).order_by()
        keys = keys.filter(Exists(others.filter(case=OuterRef("case"), person=OuterRef("person"))))
    return keys


def _of_words(body: int, kind: KeyKind, word: str) -> QuerySet[CaseKey]:
    """The keys that begin with a word; a word in other letters than ours is looked for as a whole."""
    # In the order of the index, so that it is read, and no further than is looked at.
    keys = CaseKey.objects.filter(body=body, kind=kind.value).order_by("key", "case")
    if not word.isascii():
        return keys.filter(key=word)
    upto = after(word)
    until = Q(key__lt=upto) if upto else Q()
    return keys.filter(until, key__gte=word, key__startswith=word)


def _rows(actor: Actor, numbers: set[int]) -> list[Case]:
    seen = visible_to(actor).filter(pk__in=numbers).select_related("complainant", "patient", "handler")
    return list(seen.order_by("-received_on", "-pk")[: MOST + 1])


def _shown(cases: QuerySet[Case]) -> tuple[FoundCase, ...]:
    return tuple(map(_case, cases.select_related("complainant", "patient", "handler")))


def _case(row: Case) -> FoundCase:
    patient = row.patient if row.patient_id != row.complainant_id else None
    return FoundCase(
        reference=row.reference,
        reference_shown=reference_shown(row.reference),
        complainant=row.complainant.name,
        patient=patient.name if patient else "",
        born_on=(patient or row.complainant).born_on,
        received_on=row.received_on,
        status=CaseStatus(row.status),
        handler=row.handler.name if row.handler else "",
    )


def _count(actor: Actor, *, now: datetime) -> None:
    """Count one more search of somebody; raise ActionRefused where there were too many of late."""
    said = f"{actor.body_id}\n{actor.person_id}"
    who = salted_hmac("putright.find-case", said, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
    since = now - SEARCHES_WITHIN
    if SignInAttempt.objects.filter(who=who, at__gt=since, at__lte=now).count() >= MOST_SEARCHES:
        minutes = int(SEARCHES_WITHIN.total_seconds() // 60)
        raise refused(
            "too-many-searches",
            f"You have looked for cases {MOST_SEARCHES} times within {minutes} minutes. Wait some minutes, then go on.",
        )
    SignInAttempt.objects.create(who=who, at=now, succeeded=True)
